package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.rating.OneTimeCharges;
import io.controlcenter.billing.receivables.application.Collections.Collection;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import io.controlcenter.billing.receivables.domain.Balance;
import io.controlcenter.billing.receivables.domain.LateCharges;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final OneTimeCharges charges;
    private final ReadingAccounts accounts;
    private final ReceivableJournal journal;
    private final ReceivableSettings settings;
    private final Clock clock;

    Collecting(
            InvoiceStandings invoices,
            ReadingInvoices reading,
            Ledger ledger,
            CreditHolds holds,
            Collections collections,
            OneTimeCharges charges,
            ReadingAccounts accounts,
            ReceivableJournal journal,
            ReceivableSettings settings,
            Clock clock) {
        this.invoices = invoices;
        this.reading = reading;
        this.ledger = ledger;
        this.holds = holds;
        this.collections = collections;
        this.charges = charges;
        this.accounts = accounts;
        this.journal = journal;
        this.settings = settings;
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
        var collection = collections.of(
                invoiceNumber, account.enterpriseId(), account.accountId(), account.timeZone(), invoice.dueDate());
        if (invoice.undisputedOpen().signum() == 0 || !today.isAfter(invoice.dueDate())) {
            collections.save(with(collection, collection.dunningStep(), null));
            return;
        }
        var late = invoice.withPastDue(true);
        invoices.save(late);
        var charged = charge(collection, late, standing, today);
        var step = remind(charged, late, standing, today);
        collections.save(with(charged, step, nextOn(charged, step, standing, today)));
        holds.review(account);
    }

    private int remind(Collection collection, InvoiceStanding invoice, AccountStanding standing, LocalDate today) {
        var days = Balance.daysPastDue(invoice, today);
        var reached = collections.dunning().reached(days);
        if (reached.isEmpty() || reached.get().step() <= collection.dunningStep() || !standing.remindsOn(today)) {
            return collection.dunningStep();
        }
        journal.pastDue(invoice, days, reached.get().step(), clock.instant());
        return reached.get().step();
    }

    private Collection charge(
            Collection collection, InvoiceStanding invoice, AccountStanding standing, LocalDate today) {
        var rate = Objects.requireNonNullElse(standing.lateChargeRate(), settings.lateChargeRate());
        var rule = new LateCharges(rate, settings.lateChargeCap());
        var months = LateCharges.months(invoice.dueDate(), today);
        var charged = collection.lateCharged();
        for (int month = collection.lateMonths() + 1; month <= months; month++) {
            var amount =
                    rule.of(invoice.undisputedOpen(), invoice.amountDue(), charged, Money.scale(invoice.currency()));
            if (amount.signum() > 0) {
                charges.add(lateCharge(invoice, month, rate, amount, today));
                charged = charged.add(amount);
            }
        }
        return new Collection(
                collection.invoiceNumber(),
                collection.enterpriseId(),
                collection.accountId(),
                collection.zone(),
                collection.dueDate(),
                collection.dunningStep(),
                Math.max(months, collection.lateMonths()),
                charged,
                collection.nextOn());
    }

    private static OneTimeCharges.NewCharge lateCharge(
            InvoiceStanding invoice, int month, BigDecimal rate, BigDecimal amount, LocalDate today) {
        return new OneTimeCharges.NewCharge(
                "LATE/%s/%d".formatted(invoice.invoiceNumber(), month),
                invoice.enterpriseId(),
                invoice.accountId(),
                null,
                OneTimeCharges.Cause.LATE_PAYMENT,
                "Late payment charge, invoice %s, month %d: %s %% of %s %s"
                        .formatted(
                                invoice.invoiceNumber(),
                                month,
                                rate.movePointRight(2).stripTrailingZeros().toPlainString(),
                                Money.of(invoice.undisputedOpen(), invoice.currency())
                                        .amount(),
                                invoice.currency()),
                Money.of(amount, invoice.currency()),
                today,
                invoice.invoiceNumber());
    }

    private @Nullable LocalDate nextOn(Collection collection, int step, AccountStanding standing, LocalDate today) {
        var due = collection.dueDate();
        var reminder = collections.dunning().next(due, step).map(day -> notPaused(day, standing));
        return Stream.of(
                        reminder.orElse(LocalDate.MAX), due.plusMonths(collection.lateMonths() + 1L), holds.holdOn(due))
                .filter(day -> day.isAfter(today) && day.isBefore(LocalDate.MAX))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static LocalDate notPaused(LocalDate day, AccountStanding standing) {
        var paused = standing.dunningPausedUntil();
        return paused == null || day.isAfter(paused) ? day : paused.plusDays(1);
    }

    private static Collection with(Collection collection, int step, @Nullable LocalDate nextOn) {
        return new Collection(
                collection.invoiceNumber(),
                collection.enterpriseId(),
                collection.accountId(),
                collection.zone(),
                collection.dueDate(),
                step,
                collection.lateMonths(),
                collection.lateCharged(),
                nextOn);
    }

    /** Reminders of an account are paused or go on: its invoices are looked at again. */
    void reviewAll(BillingAccount account) {
        invoices.open(account.accountId()).stream()
                .filter(InvoiceStanding::pastDue)
                .forEach(invoice -> review(invoice.invoiceNumber()));
    }
}
