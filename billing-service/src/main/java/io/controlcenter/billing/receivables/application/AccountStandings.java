package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.receivables.domain.AccountStanding;

/** What is particular about collecting from accounts. */
public interface AccountStandings {

    /**
     * Held until the transaction ends: one movement of an account's money at a time.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when the account changed hands meanwhile
     */
    AccountStanding lock(String accountId, String enterpriseId);

    /** As it is, without a row too. */
    AccountStanding find(String accountId, String enterpriseId);

    void save(AccountStanding standing);
}
