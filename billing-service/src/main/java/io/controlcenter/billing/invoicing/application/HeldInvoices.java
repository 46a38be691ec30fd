package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.invoicing.domain.InvoiceDraft;
import java.time.LocalDate;
import java.util.Optional;

/** Invoices that wait for a person. */
public interface HeldInvoices {

    /** @param reference {@code H-<id>} */
    record Held(long id, String reference, String enterpriseId, String accountId, LocalDate cycleDate) {}

    /** Locked until the transaction ends. */
    Optional<Held> lock(String reference);

    /** Whether the invoice's lines say the same as the draft, amount by amount and day by day. */
    boolean says(Held held, InvoiceDraft draft);

    /** Gives it its number, its due date and its statement: from now on it never changes. */
    void issue(FinishedInvoice invoice);

    void discard(long id);
}
