package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.work.Pieces;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Uses credit that is left for what has been billed since, and settles invoices of nothing. */
@Component
class SettlingByCredit implements DueWork {

    private static final String NAME = "settle-by-credit";
    private final Funds funds;
    private final Ledger ledger;
    private final ReadingInvoices reading;
    private final ReadingAccounts accounts;
    private final TransactionTemplate transaction;
    private final Pieces<String> credits;
    private final Pieces<String> accountsWithCredit;

    SettlingByCredit(
            Funds funds,
            Ledger ledger,
            ReadingInvoices reading,
            ReadingAccounts accounts,
            TransactionTemplate transaction,
            Pieces.Maker pieces) {
        this.funds = funds;
        this.ledger = ledger;
        this.reading = reading;
        this.accounts = accounts;
        this.transaction = transaction;
        this.credits = pieces.of(NAME, number -> transaction.executeWithoutResult(_ -> absorb(number)));
        this.accountsWithCredit = pieces.of(NAME, account -> transaction.executeWithoutResult(_ -> apply(account)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int doDue(Instant now) {
        return credits.doSome(limit -> transaction.execute(_ -> funds.invoicesWithoutDebt(limit)))
                + accountsWithCredit.doSome(limit -> transaction.execute(_ -> funds.accountsToApply(limit)));
    }

    private void apply(String accountId) {
        ledger.applyCredit(accounts.find(accountId).orElseThrow());
    }

    private void absorb(String invoiceNumber) {
        var invoice = reading.find(invoiceNumber, false).orElseThrow();
        ledger.absorb(accounts.find(invoice.accountId()).orElseThrow(), invoiceNumber);
    }
}
