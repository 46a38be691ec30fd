package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.receivables.domain.Balance;
import io.controlcenter.platform.audit.AuditTrail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds new orders of an account while something undisputed is past due for too long, and lets them go again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CreditHolds {

    private final InvoiceStandings invoices;
    private final AccountStandings accounts;
    private final ReceivableJournal journal;
    private final ReceivableSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    CreditHolds(
            InvoiceStandings invoices,
            AccountStandings accounts,
            ReceivableJournal journal,
            ReceivableSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.invoices = invoices;
        this.accounts = accounts;
        this.journal = journal;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first day on which an invoice that stays unpaid holds orders. */
    LocalDate holdOn(LocalDate due) {
        return due.plusDays(settings.creditHoldAfterDays());
    }

    void review(BillingAccount account) {
        var today = LocalDate.now(clock.withZone(account.timeZone()));
        var open = invoices.open(account.accountId());
        var late = open.stream()
                .anyMatch(invoice -> invoice.undisputedOpen().signum() > 0
                        && Balance.daysPastDue(invoice, today) >= settings.creditHoldAfterDays());
        var before = accounts.lock(account.accountId(), account.enterpriseId());
        if (late == (before.creditHoldSince() != null) || (late && !before.collectsOn(today))) {
            return;
        }
        var now = clock.instant();
        var after = before.withHold(late ? now : null);
        accounts.save(after);
        var pastDue = pastDue(account);
        if (late) {
            journal.holdSet(after, account.currency(), pastDue, now);
        } else {
            journal.holdCleared(after, account.currency(), pastDue, now);
        }
        audit.record(
                account.enterpriseId(),
                late ? "credit-hold.set" : "credit-hold.cleared",
                "billing-account",
                account.accountId(),
                before,
                after);
    }

    /** Whoever the account came to learns that its orders wait. */
    void tellAgain(BillingAccount account) {
        var before = accounts.lock(account.accountId(), account.enterpriseId());
        if (before.creditHoldSince() != null) {
            var after = before.withHold(before.creditHoldSince());
            accounts.save(after);
            journal.holdSet(after, account.currency(), pastDue(account), clock.instant());
        }
    }

    private BigDecimal pastDue(BillingAccount account) {
        var today = LocalDate.now(clock.withZone(account.timeZone()));
        return invoices.open(account.accountId()).stream()
                .filter(invoice -> Balance.daysPastDue(invoice, today) > 0)
                .map(InvoiceStanding::undisputedOpen)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
