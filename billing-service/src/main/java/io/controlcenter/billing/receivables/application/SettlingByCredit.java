package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Uses credit that is left for what has been billed since, and settles invoices of nothing. */
@Component
class SettlingByCredit implements DueWork {

    private static final int AT_ONCE = 50;
    private final Funds funds;
    private final Ledger ledger;
    private final ReadingInvoices reading;
    private final ReadingAccounts accounts;
    private final TransactionTemplate transaction;

    SettlingByCredit(
            Funds funds,
            Ledger ledger,
            ReadingInvoices reading,
            ReadingAccounts accounts,
            TransactionTemplate transaction) {
        this.funds = funds;
        this.ledger = ledger;
        this.reading = reading;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "settle-by-credit";
    }

    @Override
    public int doDue(Instant now) {
        var credits = transaction.execute(_ -> funds.invoicesWithoutDebt(AT_ONCE));
        credits.forEach(number -> transaction.executeWithoutResult(_ -> absorb(number)));
        var unapplied = transaction.execute(_ -> funds.accountsToApply(AT_ONCE));
        unapplied.forEach(account -> transaction.executeWithoutResult(
                _ -> ledger.applyCredit(accounts.find(account).orElseThrow())));
        return credits.size() + unapplied.size();
    }

    private void absorb(String invoiceNumber) {
        var invoice = reading.find(invoiceNumber, false).orElseThrow();
        ledger.absorb(accounts.find(invoice.accountId()).orElseThrow(), invoiceNumber);
    }
}
