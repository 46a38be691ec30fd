package io.controlcenter.billing.receivables.application;

import static java.util.stream.Collectors.toMap;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.AccountActivity;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.domain.InvoiceState;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.receivables.domain.CreditRefusal;
import io.controlcenter.billing.receivables.domain.CreditedTaxes;
import io.controlcenter.billing.receivables.domain.Fund;
import io.controlcenter.billing.receivables.domain.LumpSum;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.platform.audit.AuditTrail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives money back: by a credit note that settles what it corrects, then what else is due, and stays a credit for the
 * rest. It never gives back more of a line than was billed. What is given back of an invoice takes its taxes back; a credit
 * to the account corrects no supply, so that no tax is in it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Crediting {

    private final CreditNotes notes;
    private final InvoiceStandings invoices;
    private final GivenBack givenBack;
    private final TaxingCredits taxing;
    private final Ledger ledger;
    private final ReceivableJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    Crediting(
            CreditNotes notes,
            InvoiceStandings invoices,
            GivenBack givenBack,
            TaxingCredits taxing,
            Ledger ledger,
            ReceivableJournal journal,
            AuditTrail audit,
            Clock clock) {
        this.notes = notes;
        this.invoices = invoices;
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
     * @param lines none for a lump sum
     */
    public record NewCredit(
            BillingAccount account,
            @Nullable String invoiceNumber,
            CreditNote.Reason reason,
            BigDecimal amount,
            List<CreditNote.Line> lines,
            String description,
            CreditNote.@Nullable Source source,
            String by) {

        NewCredit of(List<CreditNote.Line> spread) {
            return new NewCredit(account, invoiceNumber, reason, amount, spread, description, source, by);
        }
    }

    /** What came of the wish to give something back. */
    public sealed interface Outcome {

        record Issued(CreditNote note) implements Outcome {}

        record Refused(List<CreditRefusal> why) implements Outcome {}
    }

    public Outcome issue(NewCredit credit) {
        ledger.lock(credit.account());
        var invoice = credit.invoiceNumber();
        return invoice == null ? new Outcome.Issued(issue(credit, List.of())) : correct(credit, invoice);
    }

    private Outcome correct(NewCredit credit, String invoiceNumber) {
        var invoice = invoices.lock(invoiceNumber)
                .filter(found -> found.accountId().equals(credit.account().accountId()));
        if (invoice.isEmpty()) {
            return refused(new CreditRefusal.NoSuchInvoice(invoiceNumber));
        }
        if (invoice.get().state() == InvoiceState.WITHDRAWN) {
            return refused(new CreditRefusal.Withdrawn(invoiceNumber));
        }
        var given = givenBack.of(invoiceNumber);
        var left = givenBack.left(invoiceNumber, given);
        var wrong = flaws(credit, left);
        if (!wrong.isEmpty()) {
            return new Outcome.Refused(wrong);
        }
        var currency = credit.account().currency();
        var spread = credit.lines().isEmpty()
                ? credit.of(LumpSum.over(left, credit.amount(), Money.scale(currency)))
                : credit;
        return new Outcome.Issued(issue(spread, taxing.of(invoiceNumber, currency, given, spread.lines())));
    }

    private static Outcome refused(CreditRefusal why) {
        return new Outcome.Refused(List.of(why));
    }

    private static List<CreditRefusal> flaws(NewCredit credit, SortedMap<Integer, BigDecimal> left) {
        var wrong = new ArrayList<CreditRefusal>();
        for (int i = 0; i < credit.lines().size(); i++) {
            var line = credit.lines().get(i);
            var most = left.get(line.number());
            if (most == null) {
                wrong.add(new CreditRefusal.NoSuchLine("/lines/" + i + "/lineId", line.lineId()));
            } else if (line.amount().compareTo(most) > 0) {
                wrong.add(new CreditRefusal.TooMuch("/lines/" + i + "/amount", most));
            }
        }
        var whole = left.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (credit.lines().isEmpty() && credit.amount().compareTo(whole) > 0) {
            wrong.add(new CreditRefusal.TooMuch("/amount", whole));
        }
        return wrong;
    }

    private CreditNote issue(NewCredit credit, List<TaxLine> taxes) {
        var note = note(credit, taxes);
        notes.add(note);
        var invoice = note.invoiceNumber();
        var told = new ArrayList<Allocation.Part>();
        if (invoice != null) {
            told.add(new Allocation.Part(invoice, note.amount()));
            invoices.creditLines(
                    invoice, note.lines().stream().collect(toMap(CreditNote.Line::number, CreditNote.Line::amount)));
        }
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
