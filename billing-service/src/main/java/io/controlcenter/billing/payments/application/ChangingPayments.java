package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.Payment.Outcome;
import io.controlcenter.billing.receivables.application.Funds;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.billing.receivables.domain.FundUse;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.time.Clock;
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
    private final PostingPayments posting;
    private final PaymentJournal journal;
    private final Clock clock;

    ChangingPayments(
            Payments payments,
            ReadingAccounts accounts,
            Ledger ledger,
            Funds funds,
            PostingPayments posting,
            PaymentJournal journal,
            Clock clock) {
        this.payments = payments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.funds = funds;
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
        var use = funds.uses(List.of(paymentId)).get(paymentId);
        var outcome = before.reversed(reason, clock.instant(), use == null ? BigDecimal.ZERO : use.paidBack());
        if (outcome instanceof Outcome.Done(var after)) {
            posting.save(before, after);
            var receipt = Objects.requireNonNull(after.result()).receiptNumber();
            var parts = ledger.reverse(
                    account, paymentId, Objects.requireNonNullElse(receipt, paymentId), "Payment reversed: " + reason);
            journal.reversed(after, parts, by);
        }
        return outcome;
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
