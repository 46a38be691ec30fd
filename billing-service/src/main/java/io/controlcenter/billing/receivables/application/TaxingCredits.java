package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.LineTaxes;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.receivables.domain.CreditedTaxes;
import io.controlcenter.billing.taxes.domain.TaxLine;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives the taxes of lines back with them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaxingCredits {

    private final LineTaxes taxes;
    private final CreditNotes notes;

    TaxingCredits(LineTaxes taxes, CreditNotes notes) {
        this.taxes = taxes;
        this.notes = notes;
    }

    /** The taxes of a credit that is not written yet. */
    List<TaxLine> of(String invoiceNumber, String currency, List<CreditNote.Line> lines) {
        return CreditedTaxes.of(
                taxed(invoiceNumber, notes.creditedLines(invoiceNumber)),
                taxed(invoiceNumber, lines),
                Money.scale(currency));
    }

    private List<TaxLine.Taxed> taxed(String invoiceNumber, List<CreditNote.Line> lines) {
        return lines.stream()
                .map(line -> new TaxLine.Taxed(
                        line.amount(),
                        taxes.of(invoiceNumber, Integer.parseInt(line.lineId()), line.amount()).stream()
                                .map(TaxLine::tax)
                                .toList()))
                .toList();
    }

    /** What of an invoice is not due while so much of a line is in dispute: its taxes are as doubtful as the line. */
    public BigDecimal withTaxes(String invoiceNumber, int lineNumber, BigDecimal net) {
        return net.add(CreditedTaxes.sum(taxes.of(invoiceNumber, lineNumber, net)));
    }
}
