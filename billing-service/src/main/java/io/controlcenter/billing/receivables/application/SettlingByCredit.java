package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Uses credit that is left for what has been billed since, and settles invoices of nothing. */
@Component
class SettlingByCredit implements DueWork {

    private final Funds funds;
    private final Ledger ledger;
    private final ReadingInvoices reading;
    private final ReadingAccounts accounts;
    private final OneByOne oneByOne;

    SettlingByCredit(Funds funds, Ledger ledger, ReadingInvoices reading, ReadingAccounts accounts, OneByOne oneByOne) {
        this.funds = funds;
        this.ledger = ledger;
        this.reading = reading;
        this.accounts = accounts;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "settle-by-credit";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each("settle-invoices-without-debt", now, funds::invoicesWithoutDebt, this::absorb)
                + oneByOne.each(name(), now, funds::accountsToApply, this::apply);
    }

    private boolean apply(String accountId) {
        ledger.applyCredit(accounts.find(accountId).orElseThrow());
        return true;
    }

    private boolean absorb(String invoiceNumber) {
        var invoice = reading.find(invoiceNumber, false).orElseThrow();
        ledger.absorb(accounts.find(invoice.accountId()).orElseThrow(), invoiceNumber);
        return true;
    }
}
