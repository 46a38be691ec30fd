package io.controlcenter.billing.taxes.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;

/**
 * One tax of an invoice: the sum of what it applies to times its rate, rounded once (EN 16931, BR-CO-17). Lines that give
 * back lower the sum, so that a credit takes its taxes back in proportion.
 *
 * @param taxable the sum of the net amounts; negative when more is given back than charged
 */
public record TaxLine(Tax tax, BigDecimal taxable, BigDecimal amount) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A line with the taxes that apply to it. */
    public record Taxed(BigDecimal net, List<Tax> taxes) {}

    /** @param scale decimal places of the currency */
    public static TaxLine of(Tax tax, BigDecimal taxable, int scale) {
        return new TaxLine(tax, taxable, taxable.multiply(tax.percent()).divide(HUNDRED, scale, RoundingMode.HALF_UP));
    }

    /** The taxes of all lines, each once, by the order of their ids. */
    public static List<TaxLine> of(List<Taxed> lines, int scale) {
        var taxes = new TreeMap<Long, Tax>();
        var sums = new TreeMap<Long, BigDecimal>();
        for (var line : lines) {
            for (var tax : line.taxes()) {
                taxes.putIfAbsent(tax.id(), tax);
                sums.merge(tax.id(), line.net(), BigDecimal::add);
            }
        }
        return taxes.values().stream()
                .map(tax -> of(tax, sums.getOrDefault(tax.id(), BigDecimal.ZERO), scale))
                .toList();
    }
}
