package io.controlcenter.billing.taxes.application;

import io.controlcenter.billing.taxes.domain.TaxRule;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.LocalDate;
import java.util.Optional;

/** The table of taxes. A rule is never changed, only ended and followed by another one: issued invoices name it. */
public interface TaxRules {

    /** @return the rule with its id */
    TaxRule add(TaxRule rule);

    boolean end(long id, LocalDate day);

    Optional<TaxRule> find(long id);

    Page<TaxRule> list(ListRequest request);
}
