package io.controlcenter.billing.receivables.domain;

import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.billing.taxes.domain.TaxLine.Taxed;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The taxes of what is given back of an invoice's lines. Each is rounded over all that was given back of them so far, less
 * what earlier credits gave back: so credits in parts add up to exactly the taxes that the lines had, whatever the parts.
 */
public final class CreditedTaxes {

    private CreditedTaxes() {}

    /**
     * @param earlier what credit notes gave back of lines of the invoice before
     * @param now what is given back now
     * @param scale decimal places of the currency
     */
    public static List<TaxLine> of(List<Taxed> earlier, List<Taxed> now, int scale) {
        var before = TaxLine.of(earlier, scale).stream()
                .collect(Collectors.toMap(line -> line.tax().id(), TaxLine::amount));
        var after = TaxLine.of(Stream.concat(earlier.stream(), now.stream()).toList(), scale).stream()
                .collect(Collectors.toMap(line -> line.tax().id(), TaxLine::amount));
        return TaxLine.of(now, scale).stream()
                .map(line -> new TaxLine(
                        line.tax(),
                        line.taxable(),
                        after.getOrDefault(line.tax().id(), line.amount())
                                .subtract(before.getOrDefault(line.tax().id(), BigDecimal.ZERO))))
                .toList();
    }

    public static BigDecimal sum(List<TaxLine> taxes) {
        return taxes.stream().map(TaxLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
