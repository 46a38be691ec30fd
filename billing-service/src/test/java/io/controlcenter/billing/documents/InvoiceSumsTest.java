package io.controlcenter.billing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The sum rules of EN 16931 hold for any invoice. */
class InvoiceSumsTest {

    private static BigDecimal of(oasis.names.specification.ubl.schema.xsd.unqualifieddatatypes_21.AmountType amount) {
        return amount == null ? BigDecimal.ZERO : amount.getValue();
    }

    @Property(tries = 100_000)
    void lines_taxes_and_totals_add_up(@ForAll long seed) {
        var facts = SampleInvoices.random(seed);
        var taxes = new UblTaxes(facts.invoice().currency(), facts.taxes(), facts.supplied(), true);
        var total = taxes.monetaryTotal();
        var lines =
                facts.lines().stream().map(line -> line.netAmount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var charges = BigDecimal.ZERO;
        var allowances = BigDecimal.ZERO;
        for (var charge : taxes.charges()) {
            if (charge.getChargeIndicator().isValue()) {
                charges = charges.add(charge.getAmountValue());
            } else {
                allowances = allowances.add(charge.getAmountValue());
            }
        }
        var vat = of(taxes.total().getTaxAmount());
        assertThat(of(total.getLineExtensionAmount())).as("BR-CO-10").isEqualByComparingTo(lines);
        assertThat(of(total.getAllowanceTotalAmount())).as("BR-CO-11").isEqualByComparingTo(allowances);
        assertThat(of(total.getChargeTotalAmount())).as("BR-CO-12").isEqualByComparingTo(charges);
        var withoutTax = lines.subtract(allowances).add(charges);
        assertThat(of(total.getTaxExclusiveAmount())).as("BR-CO-13").isEqualByComparingTo(withoutTax);
        var subtotals = BigDecimal.ZERO;
        var taxable = BigDecimal.ZERO;
        for (var subtotal : taxes.total().getTaxSubtotal()) {
            subtotals = subtotals.add(subtotal.getTaxAmountValue());
            taxable = taxable.add(subtotal.getTaxableAmountValue());
            var percent = subtotal.getTaxCategory().getPercentValue();
            var expected = percent == null
                    ? BigDecimal.ZERO
                    : subtotal.getTaxableAmountValue()
                            .multiply(percent)
                            .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
            assertThat(subtotal.getTaxAmountValue()).as("BR-CO-17").isEqualByComparingTo(expected);
        }
        assertThat(vat).as("BR-CO-14").isEqualByComparingTo(subtotals);
        assertThat(taxable).as("every line and charge is in the breakdown").isEqualByComparingTo(withoutTax);
        assertThat(of(total.getTaxInclusiveAmount())).as("BR-CO-15").isEqualByComparingTo(withoutTax.add(vat));
        assertThat(of(total.getPayableAmount()))
                .as("BR-CO-16, and the amount due")
                .isEqualByComparingTo(withoutTax.add(vat))
                .isEqualByComparingTo(facts.invoice().totals().amountDue().amount());
    }
}
