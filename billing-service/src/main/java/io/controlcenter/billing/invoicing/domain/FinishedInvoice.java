package io.controlcenter.billing.invoicing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A draft that was judged.
 *
 * @param reference the invoice number, or {@code H-<id>} when it is held
 * @param statement how the account stood; of a held one that is asked for when it is released
 * @param reasons why it is held; none when it is issued
 */
public record FinishedInvoice(
        long id,
        String reference,
        InvoiceDraft draft,
        LocalDate dueDate,
        Statement statement,
        List<HoldReason> reasons,
        Instant at) {

    public InvoiceState state() {
        return isIssued() ? InvoiceState.ISSUED : InvoiceState.ON_HOLD;
    }

    public boolean isIssued() {
        return reasons.isEmpty();
    }
}
