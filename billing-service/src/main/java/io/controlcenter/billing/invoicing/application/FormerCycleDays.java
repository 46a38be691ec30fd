package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.proration.domain.CycleDays;
import java.util.List;
import java.util.Map;

/** The cycle days that accounts had before; most never had another one. */
public interface FormerCycleDays {

    /** @return by account, oldest first; accounts that never had another one are not in it */
    Map<String, List<CycleDays.Former>> of(List<BillableAccount> accounts);
}
