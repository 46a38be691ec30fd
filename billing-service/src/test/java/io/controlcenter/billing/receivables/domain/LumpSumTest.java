package io.controlcenter.billing.receivables.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.billing.taxes.domain.TaxLine.Taxed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is given back of an invoice as a whole is given back of its lines, with their taxes (EN 16931, BR-CO-17). */
class LumpSumTest {

    private static SortedMap<Integer, BigDecimal> left(List<Integer> cents) {
        var left = new TreeMap<Integer, BigDecimal>();
        cents.forEach(part -> left.put(left.size() + 1, BigDecimal.valueOf(part, 2)));
        return left;
    }

    private static BigDecimal sum(Iterable<BigDecimal> amounts) {
        var sum = BigDecimal.ZERO;
        for (var amount : amounts) {
            sum = sum.add(amount);
        }
        return sum;
    }

    @Test
    void each_line_gives_its_share_and_one_without_a_share_is_left_out() {
        assertThat(LumpSum.over(left(List.of(30_000, 0, 100_000, 75_000)), new BigDecimal("50.00"), 2))
                .containsExactly(
                        new CreditNote.Line("1", new BigDecimal("7.32")),
                        new CreditNote.Line("3", new BigDecimal("24.39")),
                        new CreditNote.Line("4", new BigDecimal("18.29")));
    }

    @Test
    void a_currency_without_cents_is_spread_in_whole_units() {
        var left = new TreeMap<>(Map.of(1, new BigDecimal("100"), 2, new BigDecimal("100")));
        assertThat(LumpSum.over(left, new BigDecimal("3"), 0))
                .containsExactly(
                        new CreditNote.Line("1", new BigDecimal("2")), new CreditNote.Line("2", new BigDecimal("1")));
    }

    @Property
    void the_parts_add_up_and_none_is_more_than_is_left_of_its_line(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9_999_999) Integer> cents,
            @ForAll @IntRange(min = 1, max = 1000) int permille) {
        var left = left(cents);
        var amount =
                sum(left.values()).multiply(BigDecimal.valueOf(permille, 3)).setScale(2, RoundingMode.HALF_UP);
        if (amount.signum() == 0) {
            return;
        }
        var lines = LumpSum.over(left, amount, 2);
        assertThat(sum(lines.stream().map(CreditNote.Line::amount).toList())).isEqualByComparingTo(amount);
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.amount()).isPositive().isLessThanOrEqualTo(left.get(line.number())));
    }

    @Property
    void lump_sums_over_all_of_an_invoice_give_back_exactly_its_taxes(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 999_999) Integer> cents,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 999) Integer> shares,
            @ForAll @IntRange(max = 30_000_000) int rate) {
        var tax = new Tax(1, "T", "Tax", Tax.Kind.TAX, "Illinois", BigDecimal.valueOf(rate, 6));
        var billed = left(cents);
        var left = new TreeMap<>(billed);
        var given = new ArrayList<Taxed>();
        var taxes = BigDecimal.ZERO;
        var parts = new ArrayList<>(shares);
        parts.add(1000);
        for (int permille : parts) {
            var amount =
                    sum(left.values()).multiply(BigDecimal.valueOf(permille, 3)).setScale(2, RoundingMode.HALF_UP);
            if (amount.signum() > 0) {
                var now = new ArrayList<Taxed>();
                for (var line : LumpSum.over(left, amount, 2)) {
                    left.merge(line.number(), line.amount().negate(), BigDecimal::add);
                    now.add(new Taxed(line.amount(), taxesOf(line.number(), tax)));
                }
                taxes = taxes.add(CreditedTaxes.sum(CreditedTaxes.of(given, now, 2)));
                given.addAll(now);
            }
        }
        var whole = billed.entrySet().stream()
                .map(line -> new Taxed(line.getValue(), taxesOf(line.getKey(), tax)))
                .toList();
        assertThat(sum(left.values())).isEqualByComparingTo("0");
        assertThat(taxes).isEqualByComparingTo(CreditedTaxes.sum(TaxLine.of(whole, 2)));
    }

    /** Every second line is free of it. */
    private static List<Tax> taxesOf(int line, Tax tax) {
        return line % 2 == 0 ? List.of() : List.of(tax);
    }
}
