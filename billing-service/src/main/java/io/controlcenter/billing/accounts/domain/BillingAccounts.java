package io.controlcenter.billing.accounts.domain;

import java.util.Optional;

/** All billing accounts that the transaction may see. */
public interface BillingAccounts {

    String nextNumber();

    void add(BillingAccount account);

    Optional<BillingAccount> find(String accountId);

    /** @return false when somebody changed it in between */
    boolean saveDelivery(BillingAccount changed);
}
