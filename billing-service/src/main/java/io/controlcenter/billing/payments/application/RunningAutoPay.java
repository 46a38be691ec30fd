package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentMethod;
import io.controlcenter.billing.payments.domain.PaymentState;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.billing.receivables.domain.Debt;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pays invoices of enrolled accounts on their due date, each once: what is not in dispute on that day. */
@Component
class RunningAutoPay implements DueWork {

    private static final String BY = "AutoPay";
    private final AutoPays autoPays;
    private final Payments payments;
    private final PaymentMethods methods;
    private final ReadingAccounts accounts;
    private final Ledger ledger;
    private final Owed owed;
    private final PostingPayments posting;
    private final Clock clock;
    private final OneByOne oneByOne;

    RunningAutoPay(
            AutoPays autoPays,
            Payments payments,
            PaymentMethods methods,
            ReadingAccounts accounts,
            Ledger ledger,
            Owed owed,
            PostingPayments posting,
            Clock clock,
            OneByOne oneByOne) {
        this.autoPays = autoPays;
        this.payments = payments;
        this.methods = methods;
        this.accounts = accounts;
        this.ledger = ledger;
        this.owed = owed;
        this.posting = posting;
        this.clock = clock;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "run-autopay";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, limit -> autoPays.due(now, limit), AutoPays.Due::invoiceNumber, this::pay);
    }

    /** False while a payment under way leaves nothing to pay: asked again when that has ended. */
    private boolean pay(AutoPays.Due due) {
        var account = accounts.find(due.accountId()).orElseThrow();
        ledger.lock(account);
        var autoPay = autoPays.find(due.accountId());
        var debts = ledger.debts(due.accountId());
        var amount = debts.stream()
                .filter(debt -> debt.invoiceNumber().equals(due.invoiceNumber()))
                .map(Debt::undisputed)
                .findFirst()
                .orElse(BigDecimal.ZERO)
                .min(owed.on(account, debts));
        if (autoPay.isEmpty() || amount.signum() <= 0) {
            return false;
        }
        var method = methods.find(autoPay.get().methodId()).orElseThrow();
        var payment = payment(account, method, due, amount);
        payments.add(payment, clock.instant());
        var limit = autoPay.get().limit();
        if (limit != null && amount.compareTo(limit) > 0) {
            posting.fail(
                    payment,
                    "autopay-limit",
                    "The amount is above the limit of %s that AutoPay has.".formatted(limit.toPlainString()));
        }
        return true;
    }

    private Payment payment(BillingAccount account, PaymentMethod method, AutoPays.Due due, BigDecimal amount) {
        return new Payment(
                payments.nextId(),
                account.enterpriseId(),
                account.accountId(),
                Payment.Origin.AUTOPAY,
                method.kind(),
                method.methodId(),
                amount,
                amount,
                account.currency(),
                PaymentState.PROCESSING,
                List.of(new Allocation.Part(due.invoiceNumber(), amount)),
                false,
                null,
                account.timeZone(),
                null,
                null,
                null,
                null,
                due.invoiceNumber(),
                0,
                clock.instant(),
                BY,
                1);
    }
}
