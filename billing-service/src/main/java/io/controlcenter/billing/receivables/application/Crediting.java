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
    private final GivenBack givenBack;
    private final TaxingCredits taxing;
    private final Ledger ledger;
    private final ReceivableJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    Crediting(
            CreditNotes notes,
            InvoiceStandings invoices,
            ReadingInvoices reading,
            GivenBack givenBack,
            TaxingCredits taxing,
            Ledger ledger,
            ReceivableJournal journal,
            AuditTrail audit,
            Clock clock) {
        this.notes = notes;
        this.invoices = invoices;
        this.reading = reading;
        this.givenBack = givenBack;
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
        var invoice = credit.invoiceNumber();
        return invoice == null
                ? new Outcome.Issued(issue(credit, List.of()))
                : correct(credit, invoice, givenBack.of(invoice));
    }

    private Outcome correct(NewCredit credit, String invoiceNumber, List<CreditNote.Line> given) {
        var invoice = invoices.lock(invoiceNumber)
                .filter(found -> found.accountId().equals(credit.account().accountId()));
        if (invoice.isEmpty()) {
            return new Outcome.Refused(List.of(new CreditRefusal.NoSuchInvoice(invoiceNumber)));
        }
        var wrong = flaws(credit, invoice.get(), given);
        if (!wrong.isEmpty()) {
            return new Outcome.Refused(wrong);
        }
        var taxes = taxing.of(invoiceNumber, credit.account().currency(), given, credit.lines());
        var most = most(invoice.get(), given);
        return credit.amount().add(CreditedTaxes.sum(taxes)).compareTo(most) > 0
                ? new Outcome.Refused(
                        List.of(new CreditRefusal.TooMuch(credit.lines().isEmpty() ? "/amount" : "/lines", most)))
                : new Outcome.Issued(issue(credit, taxes));
    }

    private List<CreditRefusal> flaws(NewCredit credit, InvoiceStanding invoice, List<CreditNote.Line> given) {
        if (invoice.state() == InvoiceState.WITHDRAWN) {
            return List.of(new CreditRefusal.Withdrawn(invoice.invoiceNumber()));
        }
        var wrong = new ArrayList<CreditRefusal>();
        for (int i = 0; i < credit.lines().size(); i++) {
            flaw(invoice, credit.lines().get(i), "/lines/" + i, given, wrong);
        }
        return wrong;
    }

    private void flaw(
            InvoiceStanding invoice,
            CreditNote.Line line,
            String pointer,
            List<CreditNote.Line> given,
            List<CreditRefusal> wrong) {
        var billed = reading.line(invoice.id(), line.number());
        if (billed.isEmpty()) {
            wrong.add(new CreditRefusal.NoSuchLine(pointer + "/lineId", line.lineId()));
            return;
        }
        var most = GivenBack.left(billed.get(), given);
        if (line.amount().compareTo(most) > 0) {
            wrong.add(new CreditRefusal.TooMuch(pointer + "/amount", most));
        }
    }

    /** What can be given back of the invoice in all, with taxes. */
    private BigDecimal most(InvoiceStanding invoice, List<CreditNote.Line> given) {
        return invoice.amountDue()
                .subtract(notes.lumpSums(invoice.invoiceNumber()))
                .subtract(taxing.withTaxes(invoice.invoiceNumber(), invoice.currency(), given))
                .max(BigDecimal.ZERO);
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
            invoices.creditLine(invoice, line.number(), notes.credited(invoice, line.number()));
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
}
