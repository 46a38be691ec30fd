package io.controlcenter.billing.invoicing.messaging;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.InvoiceJournal;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells notification that a bill is ready. */
@Component
class InvoiceEventsOut implements InvoiceJournal {

    private final Outbox outbox;

    InvoiceEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void issued(List<FinishedInvoice> invoices) {
        outbox.appendAll(invoices.stream().map(InvoiceEventsOut::event).toList());
    }

    private static OutboxEvent event(FinishedInvoice invoice) {
        var draft = invoice.draft();
        var account = draft.account();
        return new OutboxEvent(
                "billing.invoice.v1",
                "billing.invoice.issued.v1",
                invoice.reference(),
                account.enterpriseId(),
                account.accountId(),
                1,
                new InvoiceMessages.Issued(
                        invoice.reference(),
                        account.accountId(),
                        account.enterpriseId(),
                        draft.cycleDate(),
                        invoice.dueDate(),
                        draft.period(),
                        Money.of(draft.amountDue(), account.currency()),
                        Money.of(draft.total(), account.currency()),
                        !account.hasInvoice(),
                        account.delivery()));
    }
}
