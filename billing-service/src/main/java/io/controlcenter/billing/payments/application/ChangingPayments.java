package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.Payment.Outcome;
import io.controlcenter.billing.rating.OneTimeCharges;
import io.controlcenter.billing.receivables.application.Funds;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.billing.receivables.domain.FundUse;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls scheduled payments off, takes posted ones back, and shows them all. */
@Service
@Transactional
public class ChangingPayments {

    private final Payments payments;
    private final ReadingAccounts accounts;
    private final Ledger ledger;
    private final Funds funds;
    private final OneTimeCharges charges;
    private final PostingPayments posting;
    private final PaymentJournal journal;
    private final Clock clock;

    ChangingPayments(
            Payments payments,
            ReadingAccounts accounts,
            Ledger ledger,
            Funds funds,
            OneTimeCharges charges,
            PostingPayments posting,
            PaymentJournal journal,
            Clock clock) {
        this.payments = payments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.funds = funds;
        this.charges = charges;
        this.posting = posting;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome cancel(String paymentId) {
        var before = lock(paymentId);
        var outcome = before.cancel();
        if (outcome instanceof Outcome.Done(var after)) {
            posting.save(before, after);
        }
        return outcome;
    }

    public Outcome reverse(String paymentId, String reason, String by) {
        var before = lock(paymentId);
        var account = accounts.find(before.accountId()).orElseThrow();
        ledger.lock(account);
        var outcome = before.reversed(reason, clock.instant());
        if (outcome instanceof Outcome.Done(var after)) {
            posting.save(before, after);
            var receipt = Objects.requireNonNull(
                    Objects.requireNonNull(after.result()).receiptNumber());
            var use = ledger.reverse(account, paymentId, receipt, "Payment reversed: " + reason);
            if (use.paidBack().signum() > 0) {
                charges.add(returned(account, after, receipt, Money.of(use.paidBack(), after.currency())));
            }
            journal.reversed(after, use.applied(), by);
        }
        return outcome;
    }

    /** The customer has money that never came from it: it is on the next bill, with all that a charge on a bill has. */
    private OneTimeCharges.NewCharge returned(BillingAccount account, Payment payment, String receipt, Money paidBack) {
        return new OneTimeCharges.NewCharge(
                "RETURNED/" + payment.paymentId(),
                account.enterpriseId(),
                account.accountId(),
                null,
                OneTimeCharges.Cause.RETURNED_PAYMENT,
                "Paid back before payment %s was returned".formatted(receipt),
                paidBack,
                LocalDate.now(clock.withZone(account.timeZone())),
                payment.paymentId());
    }

    private Payment lock(String paymentId) {
        return payments.lock(paymentId).orElseThrow(() -> Problem.notFound("The payment " + paymentId));
    }

    @Transactional(readOnly = true)
    public Optional<Payment> find(String paymentId) {
        return payments.find(paymentId);
    }

    /** What became of payments, by id; those that are not posted are absent. */
    @Transactional(readOnly = true)
    public Map<String, FundUse> uses(List<Payment> payments) {
        return funds.uses(payments.stream().map(Payment::paymentId).toList());
    }

    @Transactional(readOnly = true)
    public Page<Payment> list(String enterpriseId, ListRequest request) {
        return payments.list(enterpriseId, request);
    }
}
