package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import java.util.List;

/** Told of invoices that are issued, many at a time, inside the transaction that issues them. */
public interface InvoiceJournal {

    void issued(List<FinishedInvoice> invoices);
}
