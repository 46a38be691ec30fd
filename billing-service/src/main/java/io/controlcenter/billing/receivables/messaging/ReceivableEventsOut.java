package io.controlcenter.billing.receivables.messaging;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.receivables.application.ReceivableJournal;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells of invoices that are paid, late or taken back, of credits, and of accounts whose orders are held. */
@Component
class ReceivableEventsOut implements ReceivableJournal {

    private final Outbox outbox;

    ReceivableEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void settled(InvoiceStanding invoice, Instant at) {
        tell(
                invoice,
                "settled",
                new ReceivableMessages.Settled(
                        invoice.invoiceNumber(), invoice.accountId(), at, money(invoice.paid(), invoice)));
    }

    @Override
    public void pastDue(InvoiceStanding invoice, int daysPastDue, int step, Instant at) {
        tell(
                invoice,
                "past-due",
                new ReceivableMessages.PastDue(
                        invoice.invoiceNumber(),
                        invoice.accountId(),
                        invoice.dueDate(),
                        money(invoice.open(), invoice),
                        money(invoice.undisputedOpen(), invoice),
                        money(invoice.disputed(), invoice),
                        daysPastDue,
                        step,
                        at));
    }

    @Override
    public void withdrawn(InvoiceStanding invoice, CreditNote note) {
        tell(
                invoice,
                "withdrawn",
                new ReceivableMessages.Withdrawn(
                        invoice.invoiceNumber(),
                        invoice.accountId(),
                        note.creditNoteNumber(),
                        note.description(),
                        note.issuedAt()));
    }

    /** The version is that of the standing after it was saved. */
    private void tell(InvoiceStanding invoice, String what, Object data) {
        outbox.append(new OutboxEvent(
                "billing.invoice.v1",
                "billing.invoice." + what + ".v1",
                invoice.invoiceNumber(),
                invoice.enterpriseId(),
                invoice.accountId(),
                invoice.version() + 1,
                data));
    }

    @Override
    public void credited(CreditNote note) {
        outbox.append(new OutboxEvent(
                "billing.credit-note.v1",
                "billing.credit-note.issued.v1",
                note.creditNoteNumber(),
                note.enterpriseId(),
                note.accountId(),
                1,
                new ReceivableMessages.Credited(
                        note.creditNoteNumber(),
                        note.accountId(),
                        note.invoiceNumber(),
                        note.reason().name(),
                        Money.of(note.amount(), note.currency()),
                        note.lines().stream()
                                .map(line -> new ReceivableMessages.CreditedLine(
                                        line.lineId(), Money.of(line.amount(), note.currency())))
                                .toList(),
                        note.issuedOn())));
    }

    @Override
    public void holdSet(AccountStanding account, String currency, BigDecimal pastDue, Instant at) {
        hold(account, "credit-hold-set", currency, pastDue, at);
    }

    @Override
    public void holdCleared(AccountStanding account, String currency, BigDecimal pastDue, Instant at) {
        hold(account, "credit-hold-cleared", currency, pastDue, at);
    }

    private void hold(AccountStanding account, String what, String currency, BigDecimal pastDue, Instant at) {
        var since = Objects.requireNonNullElse(account.creditHoldSince(), at);
        outbox.append(new OutboxEvent(
                "billing.account.v1",
                "billing.account." + what + ".v1",
                account.accountId(),
                account.enterpriseId(),
                account.accountId(),
                account.version(),
                new ReceivableMessages.Hold(
                        account.accountId(),
                        account.enterpriseId(),
                        "PAST_DUE",
                        Money.of(pastDue, currency),
                        since,
                        at)));
    }

    private static Money money(BigDecimal amount, InvoiceStanding invoice) {
        return Money.of(amount, invoice.currency());
    }
}
