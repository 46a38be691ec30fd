package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.receivables.domain.CreditNote;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was given back of an invoice's lines so far: by credit notes, and by later invoices, as after a disconnect. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class GivenBack {

    private final CreditNotes notes;
    private final InvoiceStandings invoices;

    GivenBack(CreditNotes notes, InvoiceStandings invoices) {
        this.notes = notes;
        this.invoices = invoices;
    }

    /** Without taxes; a line comes up once for its credit notes and once for later invoices. */
    List<CreditNote.Line> of(String invoiceNumber) {
        var later = invoices.givenBack(invoiceNumber).entrySet().stream()
                .map(line -> new CreditNote.Line(Integer.toString(line.getKey()), line.getValue()));
        return Stream.concat(notes.creditedLines(invoiceNumber).stream(), later).toList();
    }

    /** What is left of each line by its number, without taxes; never negative. */
    public SortedMap<Integer, BigDecimal> left(String invoiceNumber) {
        return left(invoiceNumber, of(invoiceNumber));
    }

    /** @param given what was given back of the invoice's lines */
    SortedMap<Integer, BigDecimal> left(String invoiceNumber, List<CreditNote.Line> given) {
        var left = invoices.netAmounts(invoiceNumber);
        given.forEach(line -> left.computeIfPresent(line.number(), (_, net) -> net.subtract(line.amount())));
        left.replaceAll((_, net) -> net.max(BigDecimal.ZERO));
        return left;
    }
}
