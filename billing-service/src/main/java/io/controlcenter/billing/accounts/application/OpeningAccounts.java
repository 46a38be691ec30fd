package io.controlcenter.billing.accounts.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.accounts.domain.BillingAccounts;
import io.controlcenter.billing.accounts.domain.Delivery;
import io.controlcenter.billing.accounts.domain.PdfDelivery;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import io.controlcenter.billing.references.Enterprises;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens billing accounts, and changes how their bills are delivered. */
@Service
@Transactional
public class OpeningAccounts {

    private final BillingAccounts accounts;
    private final Enterprises enterprises;
    private final AccountJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningAccounts(
            BillingAccounts accounts, Enterprises enterprises, AccountJournal journal, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    public BillingAccount open(OpenAccount wanted) {
        var segment = enterprises
                .segment(wanted.enterpriseId())
                .orElseThrow(() -> Problem.unprocessable(
                        Violation.referenceNotFound("/enterpriseId", "There is no such enterprise.")));
        if (!enterprises.hasCustomerNumber(wanted.enterpriseId(), wanted.customerNumber())) {
            throw Problem.unprocessable(
                    Violation.referenceNotFound("/customerNumber", "The enterprise has no such customer number."));
        }
        var account = new BillingAccount(
                accounts.nextNumber(),
                wanted.enterpriseId(),
                wanted.customerNumber(),
                wanted.name(),
                segment,
                wanted.currency(),
                wanted.timeZone(),
                wanted.billCycleDay(),
                wanted.billingMode(),
                wanted.paymentTermsDays(),
                ProrationPolicy.DEFAULT.id(),
                wanted.delivery(),
                wanted.billingContact(),
                PdfDelivery.NOBODY,
                BillingAccount.ACTIVE,
                LocalDate.now(clock.withZone(wanted.timeZone())),
                clock.instant(),
                1);
        accounts.add(account);
        journal.created(account);
        audit.record(account.enterpriseId(), "account.created", "billing-account", account.accountId(), null, account);
        return account;
    }

    /** @param expected refuses a version that the caller did not read */
    public BillingAccount deliver(String accountId, Delivery delivery, LongConsumer expected) {
        var before = find(accountId, expected);
        if (before.delivery() == delivery) {
            return before;
        }
        var after = save(before, before.deliveredBy(delivery), "account.delivery-changed");
        journal.deliveryChanged(after);
        return after;
    }

    /** @param expected refuses a version that the caller did not read */
    public BillingAccount sendPdf(String accountId, PdfDelivery pdf, LongConsumer expected) {
        var before = find(accountId, expected);
        return before.pdfDelivery().equals(pdf)
                ? before
                : save(before, before.withPdf(pdf), "account.pdf-delivery-changed");
    }

    private BillingAccount find(String accountId, LongConsumer expected) {
        var account = accounts.find(accountId).orElseThrow(() -> Problem.notFound("The account " + accountId));
        expected.accept(account.version());
        return account;
    }

    private BillingAccount save(BillingAccount before, BillingAccount after, String action) {
        if (!accounts.saveDelivery(after)) {
            throw Problem.conflict(
                    "changed-meanwhile", "Somebody changed the account at the same moment; read it again.");
        }
        audit.record(after.enterpriseId(), action, "billing-account", after.accountId(), before, after);
        return after;
    }

    /** What a person chose in the notification settings; notification has told everybody else already. */
    public void preferenceTold(String accountId, Delivery delivery, long version) {
        accounts.keepPreference(accountId, delivery, version);
    }

    /**
     * Another way to count days, for cycles that begin on a day or later. Cycles that are billed keep theirs, so that an
     * issued line can always be calculated again.
     */
    public void prorate(String accountId, LocalDate effectiveFrom, ProrationPolicy policy) {
        var account = find(accountId, _ -> {});
        var billedUntil = accounts.billedUntil(accountId);
        if (billedUntil != null && effectiveFrom.isBefore(billedUntil)) {
            throw Problem.unprocessable(Violation.invalid(
                    "/effectiveFrom",
                    "The account is billed until " + billedUntil + "; a policy begins then or later."));
        }
        accounts.addPolicy(account, effectiveFrom, policy);
        audit.record(
                account.enterpriseId(),
                "account.proration-policy-set",
                "billing-account",
                accountId,
                null,
                new BillingAccounts.DatedPolicy(effectiveFrom, policy.id()));
    }
}
