package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import java.util.List;

/** Invoices to write; always many at a time. */
public interface Invoices {

    List<Long> nextIds(int count);

    /** The first of so many numbers without a gap, in this transaction's hands until it ends. */
    long nextNumbers(int year, int count);

    void add(long billRun, List<FinishedInvoice> invoices);
}
