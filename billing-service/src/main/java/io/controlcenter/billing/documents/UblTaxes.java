package io.controlcenter.billing.documents;

import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.taxes.domain.TaxLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.AllowanceChargeReasonType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import org.jspecify.annotations.Nullable;

/**
 * Taxes as EN 16931 sees them. It knows one tax, value added tax, of which each line has one category. Other taxes, fees
 * and surcharges are charges on the document (BG-21). Where no value added tax is charged, all is outside its scope
 * (category O); where it is, what has none is zero-rated (Z).
 */
final class UblTaxes {

    private static final String STANDARD = "S";
    private static final String ZERO = "Z";
    private static final String OUTSIDE = "O";

    private final String currency;
    private final List<TaxLine> taxes;
    private final List<Supplied> lines;
    private final Map<Long, BigDecimal> vatRates = new HashMap<>();
    private final List<TaxLine> others = new ArrayList<>();
    private final boolean vat;

    /** A line's net and the taxes that apply to it. */
    record Supplied(BigDecimal net, List<Long> taxRuleIds) {}

    /** @param vatRegistered without a VAT id of the seller nothing is value added tax */
    UblTaxes(String currency, List<TaxLine> taxes, List<Supplied> lines, boolean vatRegistered) {
        this.currency = currency;
        this.taxes = taxes;
        this.lines = lines;
        for (var line : taxes) {
            if (line.tax().kind() == Tax.Kind.VAT && vatRegistered) {
                vatRates.put(line.tax().id(), line.tax().percent());
            } else if (line.amount().signum() != 0) {
                others.add(line);
            }
        }
        this.vat = !vatRates.isEmpty();
    }

    boolean hasVat() {
        return vat;
    }

    private @Nullable BigDecimal rate(List<Long> taxRuleIds) {
        return taxRuleIds.stream()
                .map(vatRates::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    TaxCategoryType category(List<Long> taxRuleIds) {
        return category(rate(taxRuleIds), false);
    }

    /** Outside of the scope there is no rate (BR-O-5), but a reason in the breakdown (BR-O-10). */
    private TaxCategoryType category(@Nullable BigDecimal rate, boolean withReason) {
        var category = new TaxCategoryType();
        category.setTaxScheme(UblParties.vat());
        if (!vat) {
            category.setID(OUTSIDE);
            if (withReason) {
                category.addTaxExemptionReason(new TaxExemptionReasonType("Not subject to VAT"));
            }
            return category;
        }
        category.setID(rate == null ? ZERO : STANDARD);
        category.setPercent(rate == null ? BigDecimal.ZERO : rate);
        return category;
    }

    /** What is given back is an allowance: an amount of either is positive. */
    List<AllowanceChargeType> charges() {
        return others.stream().map(this::charge).toList();
    }

    private AllowanceChargeType charge(TaxLine line) {
        var charge = new AllowanceChargeType();
        charge.setChargeIndicator(line.amount().signum() > 0);
        charge.addAllowanceChargeReason(new AllowanceChargeReasonType(line.tax().name()));
        charge.setAmount(line.amount().abs()).setCurrencyID(currency);
        charge.addTaxCategory(category(null, false));
        return charge;
    }

    private BigDecimal otherTaxes() {
        return others.stream().map(TaxLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal net() {
        return lines.stream().map(Supplied::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal vatAmount() {
        return taxes.stream()
                .filter(line -> vatRates.containsKey(line.tax().id()))
                .map(TaxLine::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    TaxTotalType total() {
        var total = new TaxTotalType();
        total.setTaxAmount(vatAmount()).setCurrencyID(currency);
        if (!vat) {
            total.addTaxSubtotal(subtotal(null, net().add(otherTaxes()), BigDecimal.ZERO));
            return total;
        }
        standardRated().forEach((rate, sums) -> total.addTaxSubtotal(subtotal(rate, sums.taxable(), sums.amount())));
        if (!others.isEmpty() || lines.stream().anyMatch(line -> rate(line.taxRuleIds()) == null)) {
            var zeroRated = lines.stream()
                    .filter(line -> rate(line.taxRuleIds()) == null)
                    .map(Supplied::net)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            total.addTaxSubtotal(subtotal(null, zeroRated.add(otherTaxes()), BigDecimal.ZERO));
        }
        return total;
    }

    private record Sums(BigDecimal taxable, BigDecimal amount) {

        Sums plus(TaxLine line) {
            return new Sums(taxable.add(line.taxable()), amount.add(line.amount()));
        }
    }

    private Map<BigDecimal, Sums> standardRated() {
        var sums = new TreeMap<BigDecimal, Sums>();
        for (var line : taxes) {
            if (vatRates.containsKey(line.tax().id())) {
                var before = sums.getOrDefault(line.tax().percent(), new Sums(BigDecimal.ZERO, BigDecimal.ZERO));
                sums.put(line.tax().percent(), before.plus(line));
            }
        }
        return sums;
    }

    private TaxSubtotalType subtotal(@Nullable BigDecimal rate, BigDecimal taxable, BigDecimal amount) {
        var subtotal = new TaxSubtotalType();
        subtotal.setTaxableAmount(taxable).setCurrencyID(currency);
        subtotal.setTaxAmount(amount).setCurrencyID(currency);
        subtotal.setTaxCategory(category(rate, true));
        return subtotal;
    }

    /** BR-CO-10 to BR-CO-16. */
    MonetaryTotalType monetaryTotal() {
        var net = net();
        var charges = others.stream()
                .map(TaxLine::amount)
                .filter(amount -> amount.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var allowances = charges.subtract(otherTaxes());
        var withoutTax = net.subtract(allowances).add(charges);
        var total = new MonetaryTotalType();
        total.setLineExtensionAmount(net).setCurrencyID(currency);
        total.setTaxExclusiveAmount(withoutTax).setCurrencyID(currency);
        total.setTaxInclusiveAmount(withoutTax.add(vatAmount())).setCurrencyID(currency);
        if (allowances.signum() != 0) {
            total.setAllowanceTotalAmount(allowances).setCurrencyID(currency);
        }
        if (charges.signum() != 0) {
            total.setChargeTotalAmount(charges).setCurrencyID(currency);
        }
        total.setPayableAmount(withoutTax.add(vatAmount())).setCurrencyID(currency);
        return total;
    }
}
