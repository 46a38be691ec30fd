package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.invoicing.application.AccountActivity;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.invoicing.domain.InvoiceState;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.receivables.domain.CreditRefusal;
import io.controlcenter.billing.receivables.domain.CreditedTaxes;
import io.controlcenter.billing.receivables.domain.Fund;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.platform.audit.AuditTrail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives money back: by a credit note that settles what it corrects, then what else is due, and stays a credit for the
 * rest. It never gives back more than was billed. Lines take their taxes back with them; a lump sum has none.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Crediting {

    private final CreditNotes notes;
    private final InvoiceStandings invoices;
    private final ReadingInvoices reading;
    private final TaxingCredits taxing;
    private final Ledger ledger;
    private final ReceivableJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    Crediting(
            CreditNotes notes,
            InvoiceStandings invoices,
            ReadingInvoices reading,
            TaxingCredits taxing,
            Ledger ledger,
            ReceivableJournal journal,
            AuditTrail audit,
            Clock clock) {
        this.notes = notes;
        this.invoices = invoices;
        this.reading = reading;
        this.taxing = taxing;
        this.ledger = ledger;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param invoiceNumber null for a credit to the account; then there are no lines
     * @param amount without taxes
     */
    public record NewCredit(
            BillingAccount account,
            @Nullable String invoiceNumber,
            CreditNote.Reason reason,
            BigDecimal amount,
            List<CreditNote.Line> lines,
            String description,
            CreditNote.@Nullable Source source,
            String by) {}

    /** What came of the wish to give something back. */
    public sealed interface Outcome {

        record Issued(CreditNote note) implements Outcome {}

        record Refused(List<CreditRefusal> why) implements Outcome {}
    }

    public Outcome issue(NewCredit credit) {
        ledger.lock(credit.account());
        var wrong = flaws(credit);
        if (!wrong.isEmpty()) {
            return new Outcome.Refused(wrong);
        }
        var taxes = taxes(credit);
        var most = most(credit);
        if (most != null && credit.amount().add(CreditedTaxes.sum(taxes)).compareTo(most) > 0) {
            return new Outcome.Refused(
                    List.of(new CreditRefusal.TooMuch(credit.lines().isEmpty() ? "/amount" : "/lines", most)));
        }
        return new Outcome.Issued(issue(credit, taxes));
    }

    private List<TaxLine> taxes(NewCredit credit) {
        return credit.invoiceNumber() == null
                ? List.of()
                : taxing.of(credit.invoiceNumber(), credit.account().currency(), credit.lines());
    }

    private CreditNote issue(NewCredit credit, List<TaxLine> taxes) {
        var note = note(credit, taxes);
        notes.add(note);
        lower(note);
        var told = credit.invoiceNumber() == null
                ? List.<Allocation.Part>of()
                : List.of(new Allocation.Part(credit.invoiceNumber(), note.amount()));
        ledger.post(new Ledger.Posting(
                credit.account(),
                fund(note),
                told,
                Allocation.Rest.UNDISPUTED,
                AccountActivity.Kind.ADJUSTMENT,
                note.creditNoteNumber(),
                note.description()));
        written(note);
        return note;
    }

    /** A later disconnect gives back no more than is left of the line. */
    private void lower(CreditNote note) {
        var invoice = note.invoiceNumber();
        if (invoice == null) {
            return;
        }
        for (var line : note.lines()) {
            var number = lineNumber(line.lineId());
            invoices.creditLine(invoice, number, notes.credited(invoice, number));
        }
    }

    CreditNote note(NewCredit credit, List<TaxLine> taxes) {
        var today = LocalDate.now(clock.withZone(credit.account().timeZone()));
        return new CreditNote(
                notes.nextNumber(today.getYear()),
                credit.account().enterpriseId(),
                credit.account().accountId(),
                credit.invoiceNumber(),
                credit.reason(),
                credit.amount().add(CreditedTaxes.sum(taxes)),
                taxes,
                credit.account().currency(),
                credit.description(),
                credit.lines(),
                credit.source(),
                today,
                clock.instant(),
                credit.by());
    }

    Fund fund(CreditNote note) {
        return new Fund(
                note.creditNoteNumber(),
                Fund.Kind.CREDIT_NOTE,
                note.enterpriseId(),
                note.accountId(),
                note.currency(),
                note.amount(),
                note.amount(),
                note.issuedAt(),
                null);
    }

    void written(CreditNote note) {
        journal.credited(note);
        audit.record(note.enterpriseId(), "credit-note.issued", "credit-note", note.creditNoteNumber(), null, note);
    }

    private List<CreditRefusal> flaws(NewCredit credit) {
        if (credit.invoiceNumber() == null) {
            return List.of();
        }
        var invoice = invoices.lock(credit.invoiceNumber())
                .filter(found -> found.accountId().equals(credit.account().accountId()));
        if (invoice.isEmpty()) {
            return List.of(new CreditRefusal.NoSuchInvoice(credit.invoiceNumber()));
        }
        if (invoice.get().state() == InvoiceState.WITHDRAWN) {
            return List.of(new CreditRefusal.Withdrawn(credit.invoiceNumber()));
        }
        var wrong = new ArrayList<CreditRefusal>();
        for (int i = 0; i < credit.lines().size(); i++) {
            lineFlaw(invoice.get(), credit.lines().get(i), "/lines/" + i, wrong);
        }
        return wrong;
    }

    /** What can be given back of the invoice in all, with taxes; null when it is the account that gets it. */
    private @Nullable BigDecimal most(NewCredit credit) {
        var number = credit.invoiceNumber();
        return number == null
                ? null
                : invoices.lock(number).orElseThrow().amountDue().subtract(notes.credited(number));
    }

    private void lineFlaw(InvoiceStanding invoice, CreditNote.Line line, String pointer, List<CreditRefusal> wrong) {
        var number = lineNumber(line.lineId());
        var billed = number == 0 ? Optional.<ReadingInvoices.Line>empty() : reading.line(invoice.id(), number);
        if (billed.isEmpty()) {
            wrong.add(new CreditRefusal.NoSuchLine(pointer + "/lineId", line.lineId()));
            return;
        }
        var most = billed.get()
                .netAmount()
                .amount()
                .subtract(notes.credited(invoice.invoiceNumber(), number))
                .max(BigDecimal.ZERO);
        if (line.amount().compareTo(most) > 0) {
            wrong.add(new CreditRefusal.TooMuch(pointer + "/amount", most));
        }
    }

    /** 0 when it is no number of a line. */
    private static int lineNumber(String lineId) {
        return lineId.matches("[1-9]\\d{0,8}") ? Integer.parseInt(lineId) : 0;
    }
}
