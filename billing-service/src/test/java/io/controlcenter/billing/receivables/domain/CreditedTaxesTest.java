package io.controlcenter.billing.receivables.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.billing.taxes.domain.TaxLine.Taxed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CreditedTaxesTest {

    private static Tax tax(long id, String percent) {
        return new Tax(id, "T" + id, "Tax", Tax.Kind.TAX, "Illinois", new BigDecimal(percent));
    }

    private static Taxed line(String net, Tax... taxes) {
        return new Taxed(new BigDecimal(net), List.of(taxes));
    }

    @Test
    void each_tax_is_that_of_its_lines() {
        var seven = tax(1, "7");
        var fee = tax(2, "1.255");
        assertThat(CreditedTaxes.of(List.of(), List.of(line("100.00", seven, fee), line("50.00", fee)), 2))
                .containsExactly(
                        new TaxLine(seven, new BigDecimal("100.00"), new BigDecimal("7.00")),
                        new TaxLine(fee, new BigDecimal("150.00"), new BigDecimal("1.88")));
    }

    @Test
    void what_was_rounded_up_before_is_not_given_back_twice() {
        var fee = tax(2, "1.255");
        var earlier = List.of(line("100.00", fee));
        assertThat(CreditedTaxes.sum(CreditedTaxes.of(earlier, earlier, 2))).isEqualByComparingTo("1.25");
    }

    @Test
    void lines_without_taxes_give_none_back() {
        assertThat(CreditedTaxes.of(List.of(line("5.00", tax(1, "7"))), List.of(line("100.00")), 2))
                .isEmpty();
    }

    @Property
    void parts_add_up_to_the_taxes_of_the_whole(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 9_999_999) Integer> cents,
            @ForAll @IntRange(max = 30_000_000) int rate) {
        var tax = tax(1, BigDecimal.valueOf(rate, 6).toPlainString());
        var earlier = new ArrayList<Taxed>();
        var sum = BigDecimal.ZERO;
        for (int part : cents) {
            var now = List.of(new Taxed(BigDecimal.valueOf(part, 2), List.of(tax)));
            var given = CreditedTaxes.sum(CreditedTaxes.of(earlier, now, 2));
            assertThat(given).isNotNegative();
            assertThat(given.subtract(TaxLine.of(now, 2).getFirst().amount()).abs())
                    .as("within a cent of its own proportion")
                    .isLessThanOrEqualTo(new BigDecimal("0.01"));
            sum = sum.add(given);
            earlier.addAll(now);
        }
        assertThat(sum).isEqualByComparingTo(TaxLine.of(earlier, 2).getFirst().amount());
    }
}
