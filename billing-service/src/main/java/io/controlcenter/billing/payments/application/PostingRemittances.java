package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentRefusal;
import io.controlcenter.billing.payments.domain.PaymentRefusal.Outcome;
import io.controlcenter.billing.payments.domain.PaymentState;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.billing.receivables.domain.Allocation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts money that has come already: a wire, a cheque, an ACH credit. More than is owed becomes a credit. */
@Service
@Transactional
public class PostingRemittances {

    private static final String BANK = "bank";
    private final Payments payments;
    private final PostingPayments posting;
    private final Ledger ledger;
    private final Clock clock;

    PostingRemittances(Payments payments, PostingPayments posting, Ledger ledger, Clock clock) {
        this.payments = payments;
        this.posting = posting;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param receivedOn where the account is */
    public record Remittance(
            BillingAccount account,
            Payment.Origin origin,
            PaymentWay method,
            BigDecimal amount,
            LocalDate receivedOn,
            String reference,
            List<Allocation.Part> told) {}

    public Outcome post(Remittance remittance, String by) {
        ledger.lock(remittance.account());
        var payment = payment(remittance, by);
        var wrong = flaws(remittance, payment);
        if (!wrong.isEmpty()) {
            return new Outcome.Refused(wrong);
        }
        payments.add(payment, clock.instant());
        return new Outcome.Taken(posting.post(payment, BANK, remittance.reference()));
    }

    private List<PaymentRefusal> flaws(Remittance remittance, Payment payment) {
        var wrong = new ArrayList<PaymentRefusal>();
        var today = LocalDate.now(clock.withZone(remittance.account().timeZone()));
        if (remittance.receivedOn().isAfter(today)) {
            wrong.add(new PaymentRefusal.TooFarAhead(today));
        }
        payments.remittance(payment).ifPresent(id -> wrong.add(new PaymentRefusal.PostedAlready(id)));
        wrong.addAll(PayingInvoices.told(
                remittance.told(),
                remittance.amount(),
                ledger.debts(remittance.account().accountId())));
        return wrong;
    }

    private Payment payment(Remittance remittance, String by) {
        var account = remittance.account();
        return new Payment(
                payments.nextId(),
                account.enterpriseId(),
                account.accountId(),
                remittance.origin(),
                remittance.method(),
                null,
                remittance.amount(),
                remittance.amount(),
                account.currency(),
                PaymentState.PROCESSING,
                remittance.told(),
                true,
                null,
                account.timeZone(),
                remittance.reference(),
                remittance.receivedOn().atStartOfDay(account.timeZone()).toInstant(),
                null,
                null,
                null,
                0,
                clock.instant(),
                by,
                1);
    }
}
