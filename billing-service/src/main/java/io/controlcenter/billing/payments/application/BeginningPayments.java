package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Hands scheduled payments over to be charged when their day begins where the account is. */
@Component
class BeginningPayments implements DueWork {

    private final Payments payments;
    private final ReadingAccounts accounts;
    private final Ledger ledger;
    private final Owed owed;
    private final PostingPayments posting;
    private final OneByOne oneByOne;

    BeginningPayments(
            Payments payments,
            ReadingAccounts accounts,
            Ledger ledger,
            Owed owed,
            PostingPayments posting,
            OneByOne oneByOne) {
        this.payments = payments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.owed = owed;
        this.posting = posting;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "begin-scheduled-payments";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, limit -> payments.begun(now, limit), this::begin);
    }

    private boolean begin(String paymentId) {
        var payment = payments.lock(paymentId).orElseThrow();
        var account = accounts.find(payment.accountId()).orElseThrow();
        ledger.lock(account);
        if (payment.begin(owed.on(account, ledger.debts(account.accountId())))
                instanceof Payment.Outcome.Done(var begun)) {
            posting.save(payment, begun);
        }
        return true;
    }
}
