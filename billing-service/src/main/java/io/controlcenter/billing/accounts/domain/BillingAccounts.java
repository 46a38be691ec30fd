package io.controlcenter.billing.accounts.domain;

import io.controlcenter.billing.proration.domain.ProrationPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All billing accounts that the transaction may see. */
public interface BillingAccounts {

    String nextNumber();

    void add(BillingAccount account);

    Optional<BillingAccount> find(String accountId);

    /** @return false when somebody changed it in between */
    boolean saveDelivery(BillingAccount changed);

    /**
     * Keeps what notification tells of the account's delivery.
     *
     * @param version of the preference; nothing happens when a later one was told before
     * @return false when nothing changed
     */
    boolean keepPreference(String accountId, Delivery delivery, long version);

    /** The policy of cycles that begin on a day or later; the account is locked. */
    void addPolicy(BillingAccount account, LocalDate effectiveFrom, ProrationPolicy policy);

    /** All policies of an account along time. */
    List<DatedPolicy> policies(String accountId);

    /** The first day that is not billed yet; null before the first invoice. */
    @Nullable
    LocalDate billedUntil(String accountId);

    /** @param effectiveFrom the first one holds from the beginning of time */
    record DatedPolicy(LocalDate effectiveFrom, String policyId) {}
}
