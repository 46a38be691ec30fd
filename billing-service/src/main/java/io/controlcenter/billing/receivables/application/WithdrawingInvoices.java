package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.invoicing.application.AccountActivity;
import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.application.Rebilling;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding.Withdrawal;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.platform.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a wrong invoice back as a whole: by a credit note over all of it, never by a change (domain b.5). What it charged
 * goes on the next invoice where that was wished for.
 */
@Service
@Transactional
public class WithdrawingInvoices {

    private final InvoiceStandings invoices;
    private final ReadingInvoices reading;
    private final ReadingAccounts accounts;
    private final Ledger ledger;
    private final Rebilling rebilling;
    private final Funds funds;
    private final Statements statements;
    private final CreditNotes notes;
    private final Crediting crediting;
    private final Collections collections;
    private final LateCharging charging;
    private final CreditHolds holds;
    private final ReceivableJournal journal;

    WithdrawingInvoices(
            InvoiceStandings invoices,
            ReadingInvoices reading,
            ReadingAccounts accounts,
            Ledger ledger,
            Rebilling rebilling,
            Funds funds,
            Statements statements,
            CreditNotes notes,
            Crediting crediting,
            Collections collections,
            LateCharging charging,
            CreditHolds holds,
            ReceivableJournal journal) {
        this.invoices = invoices;
        this.reading = reading;
        this.accounts = accounts;
        this.ledger = ledger;
        this.rebilling = rebilling;
        this.funds = funds;
        this.statements = statements;
        this.notes = notes;
        this.crediting = crediting;
        this.collections = collections;
        this.charging = charging;
        this.holds = holds;
        this.journal = journal;
    }

    /** What came of the wish to take an invoice back. */
    public sealed interface Outcome {

        record Withdrawn(CreditNote note) implements Outcome {}

        /** @param state of the invoice, as partners know it */
        record Refused(String state, boolean inDispute) implements Outcome {}

        /** Later invoices build on what it billed, so that it cannot be billed anew. */
        record Followed() implements Outcome {}
    }

    /** @param rebill whether the account's next invoice bills what this one did; its runs wait until the transaction ends */
    public Outcome withdraw(String invoiceNumber, boolean rebill, String reason, String by) {
        var found =
                reading.find(invoiceNumber, false).orElseThrow(() -> Problem.notFound("The invoice " + invoiceNumber));
        var account = accounts.find(found.accountId()).orElseThrow();
        rebilling.hold(account.accountId());
        ledger.lock(account);
        var outcome = withdraw(found, account, reason, by, rebill && rebilling.isFollowed(invoiceNumber));
        if (rebill && outcome instanceof Outcome.Withdrawn) {
            rebilling.open(invoiceNumber);
        }
        return outcome;
    }

    private Outcome withdraw(
            ReadingInvoices.Head found, BillingAccount account, String reason, String by, boolean followed) {
        var invoiceNumber = found.reference();
        var invoice = invoices.lock(invoiceNumber).orElseThrow();
        if (invoice.amountDue().signum() <= 0 || isGivenBack(invoiceNumber)) {
            return new Outcome.Refused(invoice.state().wire(), false);
        }
        if (followed) {
            return new Outcome.Followed();
        }
        return switch (invoice.withdraw()) {
            case Withdrawal.Refused(var state, var inDispute) -> new Outcome.Refused(state.wire(), inDispute);
            case Withdrawal.Withdrawn(var withdrawn) -> {
                var credit = new Crediting.NewCredit(
                        account,
                        invoiceNumber,
                        CreditNote.Reason.CORRECTION,
                        found.totals().currentCharges().amount(),
                        List.of(),
                        reason,
                        new CreditNote.Source("WITHDRAWAL", invoiceNumber),
                        by);
                var note = crediting.note(credit, reading.taxes(invoice.id()));
                write(account, withdrawn, note);
                charging.takeBack(collections.of(withdrawn, account.timeZone()), withdrawn, note.issuedOn());
                holds.review(account);
                yield new Outcome.Withdrawn(note);
            }
        };
    }

    /** In part, by a later invoice: all of it would be too much. */
    private boolean isGivenBack(String invoiceNumber) {
        return invoices.givenBack(invoiceNumber).values().stream().anyMatch(amount -> amount.signum() > 0);
    }

    private void write(BillingAccount account, InvoiceStanding withdrawn, CreditNote note) {
        notes.add(note);
        invoices.save(withdrawn);
        invoices.creditLines(withdrawn.invoiceNumber());
        var fund = crediting.fund(note);
        funds.add(fund.withUnapplied(BigDecimal.ZERO));
        funds.apply(fund, List.of(new Allocation.Part(withdrawn.invoiceNumber(), note.amount())), note.issuedAt());
        statements.add(
                account,
                new Statements.Line(
                        AccountActivity.Kind.ADJUSTMENT,
                        note.issuedOn(),
                        note.creditNoteNumber(),
                        note.description(),
                        withdrawn.invoiceNumber(),
                        note.amount().negate()));
        journal.withdrawn(withdrawn, note);
        crediting.written(note);
    }
}
