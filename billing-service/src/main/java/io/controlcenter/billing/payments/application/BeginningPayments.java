package io.controlcenter.billing.payments.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.billing.work.Pieces;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands scheduled payments over to be charged when their day begins where the account is. */
@Component
class BeginningPayments implements DueWork {

    private static final String NAME = "begin-scheduled-payments";
    private final Payments payments;
    private final ReadingAccounts accounts;
    private final Ledger ledger;
    private final Owed owed;
    private final PostingPayments posting;
    private final TransactionTemplate transaction;
    private final Pieces<String> begun;

    BeginningPayments(
            Payments payments,
            ReadingAccounts accounts,
            Ledger ledger,
            Owed owed,
            PostingPayments posting,
            TransactionTemplate transaction,
            Pieces.Maker pieces) {
        this.payments = payments;
        this.accounts = accounts;
        this.ledger = ledger;
        this.owed = owed;
        this.posting = posting;
        this.transaction = transaction;
        this.begun = pieces.of(NAME, id -> transaction.executeWithoutResult(_ -> begin(id)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int doDue(Instant now) {
        return begun.doSome(limit -> transaction.execute(_ -> payments.begun(now, limit)));
    }

    private void begin(String paymentId) {
        var payment = payments.lock(paymentId).orElseThrow();
        var account = accounts.find(payment.accountId()).orElseThrow();
        ledger.lock(account);
        if (payment.begin(owed.on(account, ledger.debts(account.accountId())))
                instanceof Payment.Outcome.Done(var begun)) {
            posting.save(payment, begun);
        }
    }
}
