package io.controlcenter.billing.accounts.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All billing accounts that the transaction may see. */
public interface BillingAccounts {

    /** From when the first policy of an account holds. */
    LocalDate EVER = LocalDate.of(1, 1, 1);

    String nextNumber();

    void add(BillingAccount account);

    Optional<BillingAccount> find(String accountId);

    /** @return false when somebody changed it in between */
    boolean save(BillingAccount changed);

    /**
     * Keeps what notification tells of the account's delivery.
     *
     * @param version of the preference; nothing happens when a later one was told before
     * @return false when nothing changed
     */
    boolean keepPreference(String accountId, Delivery delivery, long version);

    /** The policy of cycles that begin on a day or later; the account is locked. */
    void addPolicy(BillingAccount account, LocalDate effectiveFrom, String policyId);

    /** The account's policy for cycles that begin on a day or later, in place of all that were planned for then. */
    void changePolicy(BillingAccount changed, LocalDate from);

    /** All policies of an account along time. */
    List<DatedPolicy> policies(String accountId);

    /** Where the account stands between its cycles; bill runs wait until the transaction ends. */
    Standing lockCycle(String accountId);

    /**
     * Another cycle day from the next cycle on.
     *
     * @param nextCycleDate when that one begins
     */
    void changeCycleDay(BillingAccount changed, LocalDate nextCycleDate);

    /**
     * @param billedUntil the first day that is not billed yet; null before the first invoice
     * @param nextCycleAt when its next cycle begins
     * @param isHeld whether an invoice of it waits for a decision
     */
    record Standing(@Nullable LocalDate billedUntil, Instant nextCycleAt, boolean isHeld) {}

    /** @param effectiveFrom the first one holds from the beginning of time */
    record DatedPolicy(LocalDate effectiveFrom, String policyId) {}
}
