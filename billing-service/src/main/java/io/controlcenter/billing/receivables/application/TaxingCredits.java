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

    TaxingCredits(LineTaxes taxes) {
        this.taxes = taxes;
    }

    /**
     * The taxes of a credit that is not written yet.
     *
     * @param earlier what was given back of lines of the invoice before
     */
    List<TaxLine> of(String invoiceNumber, String currency, List<CreditNote.Line> earlier, List<CreditNote.Line> now) {
        return CreditedTaxes.of(taxed(invoiceNumber, earlier), taxed(invoiceNumber, now), Money.scale(currency));
    }

    private List<TaxLine.Taxed> taxed(String invoiceNumber, List<CreditNote.Line> lines) {
        var had = taxes.of(
                invoiceNumber,
                lines.stream().map(CreditNote.Line::number).distinct().toList());
        return lines.stream()
                .map(line -> new TaxLine.Taxed(line.amount(), had.getOrDefault(line.number(), List.of())))
                .toList();
    }

    /**
     * What so much of these lines is with its taxes, each by itself: while it is in dispute, they are as doubtful as the
     * line, and each line's dispute ends by itself.
     */
    public BigDecimal withTaxes(String invoiceNumber, String currency, List<CreditNote.Line> lines) {
        return taxed(invoiceNumber, lines).stream()
                .map(line -> line.net().add(CreditedTaxes.sum(TaxLine.of(List.of(line), Money.scale(currency)))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
