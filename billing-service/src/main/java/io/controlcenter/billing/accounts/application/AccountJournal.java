package io.controlcenter.billing.accounts.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;

/** Told of what happened to an account, inside the transaction in which it happened. */
public interface AccountJournal {

    void created(BillingAccount account);

    void changed(BillingAccount before, BillingAccount after);
}
