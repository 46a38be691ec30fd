package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.invoicing.domain.JudgedBill;
import java.util.List;

/** Invoices to write; always many at a time. */
public interface Invoices {

    List<Long> nextIds(int count);

    /**
     * The first of so many numbers without a gap. They are this transaction's until it ends, and every other one waits
     * for it: so this is asked last of all, right before the heads are written.
     */
    long nextNumbers(int year, int count);

    /** Lines and taxes need no number, and are written first. */
    void addLines(List<JudgedInvoice> invoices);

    void addHeads(long billRun, List<FinishedInvoice> invoices);

    /** An invoice with its id, but without a number yet. */
    record JudgedInvoice(long id, JudgedBill judged) {}
}
