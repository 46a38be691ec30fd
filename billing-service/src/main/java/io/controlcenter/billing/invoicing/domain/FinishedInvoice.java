package io.controlcenter.billing.invoicing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A draft that was judged.
 *
 * @param reference the invoice number, or {@code H-<id>} when it is held
 * @param reasons why it is held; none when it is issued
 */
public record FinishedInvoice(
        long id, String reference, InvoiceDraft draft, LocalDate dueDate, List<HoldReason> reasons, Instant at) {

    public InvoiceState state() {
        return reasons.isEmpty() ? InvoiceState.ISSUED : InvoiceState.ON_HOLD;
    }

    public boolean isIssued() {
        return reasons.isEmpty();
    }
}
