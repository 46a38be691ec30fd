package io.controlcenter.billing.accounts.application;

import org.jspecify.annotations.Nullable;

/** Whose an account is. Billing learns it from identity, where accounts change hands. */
public interface AccountOwners {

    /**
     * The rest of the transaction acts for whoever the account belongs to, who stays so until it ends: neighbours may tell
     * of an account under an enterprise that it has left, or has not come to yet.
     *
     * @param told under which enterprise; it stands for an account that is not known
     * @return the enterprise that the account belongs to
     */
    String actFor(String accountId, String told);

    /**
     * The account and all that hangs on it belong to this enterprise from now on. Whoever bills it or moves its money at
     * this moment ends first; the transaction sees all tenants.
     *
     * @param customerNumber null to leave it as it is
     * @param version of what identity told
     * @return false for an account that is not known, or of which something later was told before
     */
    boolean handOver(String accountId, String enterpriseId, @Nullable String customerNumber, long version);
}
