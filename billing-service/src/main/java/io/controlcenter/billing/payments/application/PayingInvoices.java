package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentMethod;
import io.controlcenter.billing.payments.domain.PaymentRefusal;
import io.controlcenter.billing.payments.domain.PaymentRefusal.Outcome;
import io.controlcenter.billing.payments.domain.PaymentState;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.billing.receivables.domain.Debt;
import io.controlcenter.platform.audit.AuditTrail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer pays: at once, or on a later day. Under the account's lock, so that two who pay the same bill at the same
 * moment do not pay it twice.
 */
@Service
@Transactional
public class PayingInvoices {

    private final Payments payments;
    private final PaymentMethods methods;
    private final Ledger ledger;
    private final Owed owed;
    private final PaymentSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    PayingInvoices(
            Payments payments,
            PaymentMethods methods,
            Ledger ledger,
            Owed owed,
            PaymentSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.payments = payments;
        this.methods = methods;
        this.ledger = ledger;
        this.owed = owed;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param told which invoices it is for; the rest goes oldest first
     * @param scheduledFor null, or today, for at once
     */
    public record Pay(
            BillingAccount account,
            BigDecimal amount,
            String methodId,
            List<Allocation.Part> told,
            @Nullable LocalDate scheduledFor,
            boolean allowOverpayment) {}

    public Outcome pay(Pay pay, String by) {
        ledger.lock(pay.account());
        var today = LocalDate.now(clock.withZone(pay.account().timeZone()));
        var later = pay.scheduledFor() != null && pay.scheduledFor().isAfter(today);
        var method = methods.find(pay.methodId())
                .filter(found -> found.isUsable()
                        && found.accountId().equals(pay.account().accountId()));
        var wrong = flaws(pay, later, today, method);
        if (!wrong.isEmpty()) {
            return new Outcome.Refused(wrong);
        }
        var payment = payment(pay, method.orElseThrow(), later, by);
        payments.add(payment, clock.instant());
        audit.record(
                payment.enterpriseId(), "payment." + payment.state(), "payment", payment.paymentId(), null, payment);
        return new Outcome.Taken(payment);
    }

    private List<PaymentRefusal> flaws(Pay pay, boolean later, LocalDate today, Optional<PaymentMethod> method) {
        var wrong = new ArrayList<PaymentRefusal>();
        if (method.isEmpty()) {
            wrong.add(new PaymentRefusal.NoSuchMethod(pay.methodId()));
        }
        if (pay.scheduledFor() != null && pay.scheduledFor().isBefore(today)) {
            wrong.add(new PaymentRefusal.InThePast(today));
        }
        var last = today.plusDays(settings.scheduleDays());
        if (pay.scheduledFor() != null && pay.scheduledFor().isAfter(last)) {
            wrong.add(new PaymentRefusal.TooFarAhead(last));
        }
        var debts = ledger.debts(pay.account().accountId());
        told(pay, debts, wrong);
        var payable = owed.on(pay.account(), debts);
        if (!later && !pay.allowOverpayment() && pay.amount().compareTo(payable) > 0) {
            wrong.add(new PaymentRefusal.MoreThanOwed(payable));
        }
        return wrong;
    }

    private static void told(Pay pay, List<Debt> debts, List<PaymentRefusal> wrong) {
        wrong.addAll(told(pay.told(), pay.amount(), debts));
    }

    /** What is wrong with what a payment is for. */
    static List<PaymentRefusal> told(List<Allocation.Part> told, BigDecimal amount, List<Debt> debts) {
        var wrong = new ArrayList<PaymentRefusal>();
        var open = debts.stream()
                .filter(debt -> debt.open().signum() > 0)
                .map(Debt::invoiceNumber)
                .toList();
        var excess = Allocation.excess(told, debts);
        for (int i = 0; i < told.size(); i++) {
            if (!open.contains(told.get(i).invoiceNumber())) {
                wrong.add(new PaymentRefusal.NotOpen(i, told.get(i).invoiceNumber()));
            } else if (excess.contains(told.get(i))) {
                wrong.add(new PaymentRefusal.MoreThanOpen(i, told.get(i)));
            }
        }
        var sum = told.stream().map(Allocation.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(amount) > 0) {
            wrong.add(new PaymentRefusal.ToldMoreThanPaid(sum));
        }
        return wrong;
    }

    private Payment payment(Pay pay, PaymentMethod method, boolean later, String by) {
        return new Payment(
                payments.nextId(),
                pay.account().enterpriseId(),
                pay.account().accountId(),
                Payment.Origin.CUSTOMER,
                method.kind(),
                method.methodId(),
                pay.amount(),
                pay.amount(),
                pay.account().currency(),
                later ? PaymentState.SCHEDULED : PaymentState.PROCESSING,
                pay.told(),
                pay.allowOverpayment(),
                later ? pay.scheduledFor() : null,
                pay.account().timeZone(),
                null,
                null,
                null,
                null,
                null,
                0,
                clock.instant(),
                by,
                1);
    }
}
