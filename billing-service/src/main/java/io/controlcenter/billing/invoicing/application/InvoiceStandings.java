package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.invoicing.domain.LineState;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Issued invoices for those who keep the money: payments, credits, disputes. Each method takes part in the caller's
 * transaction; what is locked stays so until it ends.
 */
public interface InvoiceStandings {

    /** Empty when there is no such issued invoice; held ones are none. */
    Optional<InvoiceStanding> lock(String invoiceNumber);

    /** The invoices of an account on which something is owed, or a credit is left, oldest first. */
    List<InvoiceStanding> lockOpen(String accountId);

    /** Without locking, to look at. */
    List<InvoiceStanding> open(String accountId);

    /** What is due now of each of these invoices, with taxes, by number. */
    Map<String, BigDecimal> undisputedDue(Collection<String> invoiceNumbers);

    void save(InvoiceStanding standing);

    LineState lineState(String invoiceNumber, int lineNumber);

    /**
     * @throws IllegalStateException when the line is in a state from which it cannot become this; ask {@link #lineState}
     *     before
     */
    void moveLine(String invoiceNumber, int lineNumber, LineState next);

    /** What its lines are without taxes, by line number. */
    SortedMap<Integer, BigDecimal> netAmounts(String invoiceNumber);

    /**
     * A credit note gives back so much more of its lines, without taxes, by line number: a later disconnect gives back no
     * more than is left of them.
     *
     * @param amounts positive
     */
    void creditLines(String invoiceNumber, Map<Integer, BigDecimal> amounts);

    /**
     * What later invoices gave back of its lines, as after a stop or a lower price: positive, without taxes, by line
     * number; lines of which they gave back nothing are absent. A held invoice has given back nothing yet, and one that
     * was taken back does not any more.
     */
    Map<Integer, BigDecimal> givenBack(String invoiceNumber);

    /** Every line of it was given back whole. */
    void creditLines(String invoiceNumber);
}
