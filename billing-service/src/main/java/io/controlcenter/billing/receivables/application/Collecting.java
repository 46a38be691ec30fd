package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.receivables.application.Collections.Collection;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import io.controlcenter.billing.receivables.domain.Balance;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done about one invoice that is past due: marked, reminded of, charged for, and at last orders are held. */
@Component
class Collecting {

    private final InvoiceStandings invoices;
    private final ReadingInvoices reading;
    private final Ledger ledger;
    private final CreditHolds holds;
    private final Collections collections;
    private final LateCharging charging;
    private final ReadingAccounts accounts;
    private final ReceivableJournal journal;
    private final Clock clock;

    Collecting(
            InvoiceStandings invoices,
            ReadingInvoices reading,
            Ledger ledger,
            CreditHolds holds,
            Collections collections,
            LateCharging charging,
            ReadingAccounts accounts,
            ReceivableJournal journal,
            Clock clock) {
        this.invoices = invoices;
        this.reading = reading;
        this.ledger = ledger;
        this.holds = holds;
        this.collections = collections;
        this.charging = charging;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    void review(String invoiceNumber) {
        // the account is locked before its invoices, everywhere
        var account = accounts.find(
                        reading.find(invoiceNumber, false).orElseThrow().accountId())
                .orElseThrow();
        var standing = ledger.lock(account);
        var invoice = invoices.lock(invoiceNumber).orElseThrow();
        var today = LocalDate.now(clock.withZone(account.timeZone()));
        var collection = collections.of(invoice, account.timeZone());
        if (invoice.open().signum() <= 0 || !today.isAfter(invoice.dueDate())) {
            collections.save(collection.next(null));
            return;
        }
        var late = invoice.withPastDue(true);
        invoices.save(late);
        var after =
                charging.charge(collection, late, standing, today).reminded(remind(collection, late, standing, today));
        collections.save(after.next(nextOn(after, standing, today)));
        holds.review(account);
    }

    private int remind(Collection collection, InvoiceStanding invoice, AccountStanding standing, LocalDate today) {
        var days = Balance.daysPastDue(invoice, today);
        var reached = collections.dunning().reached(days);
        if (!invoice.pastDue()
                || reached.isEmpty()
                || reached.get().step() <= collection.dunningStep()
                || !standing.collectsOn(today)) {
            return collection.dunningStep();
        }
        journal.pastDue(invoice, days, reached.get().step(), clock.instant());
        return reached.get().step();
    }

    private LocalDate nextOn(Collection collection, AccountStanding standing, LocalDate today) {
        var due = collection.dueDate();
        var reminder = collections.dunning().next(due, collection.dunningStep()).map(standing::collectsFrom);
        return Stream.of(
                        reminder.orElse(LocalDate.MAX),
                        due.plusMonths(collection.lateMonths() + 1L),
                        standing.collectsFrom(holds.holdOn(due)))
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Reminders of an account are paused or go on: its invoices are looked at again. */
    void reviewAll(BillingAccount account) {
        invoices.open(account.accountId()).stream()
                .filter(InvoiceStanding::pastDue)
                .forEach(invoice -> review(invoice.invoiceNumber()));
    }
}
