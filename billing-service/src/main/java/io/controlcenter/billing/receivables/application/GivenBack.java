package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.invoicing.application.InvoiceStandings;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.receivables.domain.CreditNote;
import java.math.BigDecimal;
import java.util.List;
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

    /** What is left of a line, without taxes; never negative. */
    public BigDecimal left(String invoiceNumber, ReadingInvoices.Line line) {
        return left(line, of(invoiceNumber));
    }

    /** @param given what was given back of the invoice's lines */
    static BigDecimal left(ReadingInvoices.Line line, List<CreditNote.Line> given) {
        return given.stream()
                .filter(one -> one.number() == line.number())
                .map(CreditNote.Line::amount)
                .reduce(line.netAmount().amount(), BigDecimal::subtract)
                .max(BigDecimal.ZERO);
    }
}
