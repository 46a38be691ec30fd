package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.DueDates;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.invoicing.domain.JudgedBill;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person decides on a held invoice. Until then nothing of it counts as billed, and its account is not billed
 * further. Released, it is issued as it was looked at; discarded, it is gone, and its cycle is billed anew.
 */
@Component
@Transactional
public class ReleasingInvoices {

    private final HeldInvoices held;
    private final Cycles cycles;
    private final JudgingBills judging;
    private final Statements statements;
    private final Invoices invoices;
    private final List<InvoiceJournal> journals;
    private final AuditTrail audit;
    private final Clock clock;

    ReleasingInvoices(
            HeldInvoices held,
            Cycles cycles,
            JudgingBills judging,
            Statements statements,
            Invoices invoices,
            List<InvoiceJournal> journals,
            AuditTrail audit,
            Clock clock) {
        this.held = held;
        this.cycles = cycles;
        this.judging = judging;
        this.statements = statements;
        this.invoices = invoices;
        this.journals = journals;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why, for the file. */
    private record Decision(String reason, String number) {}

    /** @return the number under which it was issued */
    public String release(String reference, String reason) {
        var invoice = find(reference);
        var next = cycles.next(invoice.accountId(), true).orElseThrow();
        var judged = judging.judge(List.of(next.account()), invoice.cycleDate()).getFirst();
        if (!held.says(invoice, judged.draft())) {
            throw Problem.conflict(
                    "charges-changed",
                    "The account's charges have changed since this invoice was made; discard it, and they are billed anew.");
        }
        requireOneCurrency(judged);
        var issued = issue(invoice, judged);
        audit.record(
                invoice.enterpriseId(),
                "invoice.released",
                "invoice",
                reference,
                invoice,
                new Decision(reason, issued.reference()));
        return issued.reference();
    }

    /** Nobody can say by a release that dollars are euros. */
    private static void requireOneCurrency(JudgedBill judged) {
        var currency = judged.draft().account().currency();
        if (judged.draft().lines().stream().anyMatch(line -> !line.currency().equals(currency))) {
            throw Problem.conflict(
                    "currency-mismatch",
                    "A line is in another currency than the account; put the charge right and discard the invoice.");
        }
    }

    /** The customer has its whole terms from the day on which it could be seen. */
    private FinishedInvoice issue(HeldInvoices.Held invoice, JudgedBill judged) {
        var account = judged.draft().account();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var from = today.isAfter(invoice.cycleDate()) ? today : invoice.cycleDate();
        var taken = statements.take(List.of(account.accountId()), invoice.cycleDate());
        cycles.release(new Cycles.Billed(judged, invoice.id()));
        var issued = new FinishedInvoice(
                invoice.id(),
                BillingChunk.number(
                        invoice.cycleDate(),
                        invoices.nextNumbers(invoice.cycleDate().getYear(), 1)),
                judged.draft(),
                new DueDates(cycles.bankHolidays()).of(from, account.paymentTermsDays()),
                taken.of(account.accountId()),
                List.of(),
                now);
        held.issue(issued);
        statements.state(taken, List.of(issued));
        journals.forEach(journal -> journal.issued(List.of(issued)));
        return issued;
    }

    public void discard(String reference, String reason) {
        var invoice = find(reference);
        cycles.next(invoice.accountId(), true);
        held.discard(invoice.id());
        cycles.reopen(invoice.accountId(), invoice.cycleDate());
        audit.record(
                invoice.enterpriseId(), "invoice.discarded", "invoice", reference, invoice, new Decision(reason, ""));
    }

    private HeldInvoices.Held find(String reference) {
        return held.lock(reference).orElseThrow(() -> Problem.notFound("The held invoice " + reference));
    }
}
