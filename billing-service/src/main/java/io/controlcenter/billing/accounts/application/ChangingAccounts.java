package io.controlcenter.billing.accounts.application;

import io.controlcenter.billing.accounts.domain.AccountChanges;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.accounts.domain.BillingAccounts;
import io.controlcenter.billing.accounts.domain.Delivery;
import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes billing accounts: their cycles, terms and policies, and how their bills are delivered, to whom. */
@Service
@Transactional
public class ChangingAccounts {

    private final BillingAccounts accounts;
    private final AccountJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    ChangingAccounts(BillingAccounts accounts, AccountJournal journal, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param expected refuses a version that the caller did not read */
    public BillingAccount change(String accountId, AccountChanges changes, LongConsumer expected) {
        var before = find(accountId, expected);
        var after = before.with(changes);
        if (after.version() == before.version()) {
            return before;
        }
        if (changes.changeTerms()) {
            changeTerms(before, after);
        }
        save(before, after);
        return after;
    }

    private void changeTerms(BillingAccount before, BillingAccount after) {
        var standing = accounts.lockCycle(after.accountId());
        if (!after.isBilledLike(before)) {
            rebase(before, after, standing);
        }
        if (!after.prorationPolicyId().equals(before.prorationPolicyId())) {
            accounts.changePolicy(after, Objects.requireNonNullElse(standing.billedUntil(), BillingAccounts.EVER));
        }
    }

    /**
     * The next bill is that of the next cycle by the new day. It is for all days that are not billed by then, so that
     * none is billed twice or never.
     */
    private void rebase(BillingAccount before, BillingAccount after, BillingAccounts.Standing standing) {
        if (standing.isHeld()) {
            throw Problem.conflict("invoice-held", "An invoice of the account is held; release or discard it first.");
        }
        if (!standing.nextCycleAt().isAfter(clock.instant())) {
            throw Problem.conflict("cycle-due", "The account's cycle has begun and is not billed yet; change it then.");
        }
        if (after.billCycleDay() != before.billCycleDay()) {
            var today = LocalDate.now(clock.withZone(after.timeZone()));
            accounts.changeCycleDay(after, new CycleDay(after.billCycleDay()).nextAfter(today));
        }
    }

    /**
     * Another way to count days, for cycles that begin on a day or later. Cycles that are billed keep theirs, so that an
     * issued line can always be calculated again.
     */
    public void prorate(String accountId, LocalDate effectiveFrom, String policyId) {
        var before = find(accountId, _ -> {});
        var billedUntil = accounts.lockCycle(accountId).billedUntil();
        if (billedUntil != null && effectiveFrom.isBefore(billedUntil)) {
            throw Problem.unprocessable(Violation.invalid(
                    "/effectiveFrom",
                    "The account is billed until " + billedUntil + "; a policy begins then or later."));
        }
        accounts.addPolicy(before, effectiveFrom, policyId);
        var last = accounts.policies(accountId).getLast().policyId();
        var after = before.with(AccountChanges.ofPolicy(last));
        if (after.version() > before.version()) {
            save(before, after);
        }
        var dated = new BillingAccounts.DatedPolicy(effectiveFrom, policyId);
        audit.record(before.enterpriseId(), "account.proration-policy-set", "billing-account", accountId, null, dated);
    }

    /** What a person chose in the notification settings; notification has told everybody else already. */
    public void preferenceTold(String accountId, Delivery delivery, long version) {
        accounts.keepPreference(accountId, delivery, version);
    }

    private BillingAccount find(String accountId, LongConsumer expected) {
        var account = accounts.find(accountId).orElseThrow(() -> Problem.notFound("The account " + accountId));
        expected.accept(account.version());
        return account;
    }

    private void save(BillingAccount before, BillingAccount after) {
        if (!accounts.save(after)) {
            throw Problem.conflict(
                    "changed-meanwhile", "Somebody changed the account at the same moment; read it again.");
        }
        audit.record(after.enterpriseId(), "account.changed", "billing-account", after.accountId(), before, after);
        journal.changed(before, after);
    }
}
