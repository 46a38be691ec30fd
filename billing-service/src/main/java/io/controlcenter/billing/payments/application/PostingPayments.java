package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.invoicing.application.AccountActivity;
import io.controlcenter.billing.payments.application.PaymentProvider.Charged;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.Payment.Outcome;
import io.controlcenter.billing.payments.domain.PaymentState;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.billing.receivables.domain.Fund;
import io.controlcenter.platform.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of a payment: posted to invoices, failed, or not known yet. */
@Component
@Transactional
class PostingPayments {

    private final Payments payments;
    private final ReadingAccounts accounts;
    private final Ledger ledger;
    private final PaymentJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    PostingPayments(
            Payments payments,
            ReadingAccounts accounts,
            Ledger ledger,
            PaymentJournal journal,
            AuditTrail audit,
            Clock clock) {
        this.payments = payments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Once per payment: whoever comes second finds it done. */
    void note(String paymentId, String provider, Charged charged) {
        var payment = payments.lock(paymentId).orElseThrow();
        if (payment.state() != PaymentState.PROCESSING) {
            return;
        }
        switch (charged) {
            case Charged.Succeeded(var reference) -> post(payment, provider, reference);
            case Charged.Declined(var code, var reason) -> fail(payment, code, reason);
            case Charged.Unknown _ -> {
                // stays as it is and comes up again
            }
        }
    }

    /** @param payment that is being processed and saved */
    Payment post(Payment payment, String provider, String reference) {
        var at = clock.instant();
        var posted = done(payment.posted(payments.nextReceipt(), provider, reference, at));
        save(payment, posted);
        var allocation = ledger.post(new Ledger.Posting(
                accounts.find(posted.accountId()).orElseThrow(),
                fund(posted, at),
                posted.told(),
                Allocation.Rest.EVERYTHING,
                AccountActivity.Kind.PAYMENT,
                Objects.requireNonNull(Objects.requireNonNull(posted.result()).receiptNumber()),
                words(posted)));
        journal.posted(posted, allocation.parts());
        return posted;
    }

    private static Fund fund(Payment payment, Instant at) {
        return new Fund(
                payment.paymentId(),
                Fund.Kind.PAYMENT,
                payment.enterpriseId(),
                payment.accountId(),
                payment.currency(),
                payment.amount(),
                payment.amount(),
                at,
                null);
    }

    private static String words(Payment payment) {
        var way =
                switch (payment.method()) {
                    case CARD -> "Card payment";
                    case ACH -> "Bank payment (ACH)";
                    case WIRE -> "Wire";
                    case CHECK -> "Cheque";
                };
        return payment.reference() == null || payment.method() == PaymentWay.CARD
                ? way
                : way + " " + payment.reference();
    }

    void fail(Payment payment, String code, String reason) {
        var failed = done(payment.failed(code, reason));
        save(payment, failed);
        journal.failed(failed);
    }

    void save(Payment before, Payment after) {
        payments.save(after, clock.instant());
        audit.record(
                after.enterpriseId(), "payment." + after.state().name(), "payment", after.paymentId(), before, after);
    }

    private static Payment done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var payment) -> payment;
            case Outcome.Refused(var state, var wanted) ->
                throw new IllegalStateException("A payment that is %s cannot %s".formatted(state, wanted));
        };
    }
}
