package io.controlcenter.billing.receivables.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Money finds its invoices: never more than is owed, and nothing gets lost. */
class AllocationPropertiesTest {

    private static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private static List<Debt> debts(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var open = random.nextInt(100_000);
                    var undisputed = random.nextInt(4) == 0 ? random.nextInt(open + 1) : open;
                    return new Debt("INV-" + i, cents(open), cents(undisputed));
                })
                .toList();
    }

    private static List<Allocation.Part> told(Random random, List<Debt> debts) {
        var told = new ArrayList<Allocation.Part>();
        for (var debt : debts) {
            if (random.nextInt(3) == 0) {
                told.add(new Allocation.Part(debt.invoiceNumber(), cents(random.nextInt(120_000))));
            }
        }
        return told;
    }

    @Property(tries = 2000)
    void parts_and_rest_add_up_and_no_invoice_gets_more_than_it_owes(
            @ForAll @LongRange(max = 400_000) long amount, @ForAll @IntRange(max = 8) int count, @ForAll long seed) {
        var random = new Random(seed);
        var debts = debts(random, count);
        var told = told(random, debts);
        for (var rest : Allocation.Rest.values()) {
            var allocation = Allocation.of(cents(amount), told, debts, rest);
            var sum = allocation.parts().stream().map(Allocation.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum.add(allocation.rest())).isEqualByComparingTo(cents(amount));
            assertThat(allocation.rest()).isNotNegative();
            for (var part : allocation.parts()) {
                var debt = debts.stream()
                        .filter(one -> one.invoiceNumber().equals(part.invoiceNumber()))
                        .findFirst()
                        .orElseThrow();
                assertThat(part.amount()).isPositive().isLessThanOrEqualTo(debt.open());
            }
        }
    }

    @Property(tries = 1000)
    void the_oldest_is_paid_before_the_next_one_gets_anything(
            @ForAll @LongRange(min = 1, max = 400_000) long amount,
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll long seed) {
        var debts = debts(new Random(seed), count).stream()
                .map(debt -> new Debt(debt.invoiceNumber(), debt.open(), debt.open()))
                .toList();
        var allocation = Allocation.of(cents(amount), List.of(), debts, Allocation.Rest.EVERYTHING);
        var left = cents(amount);
        for (var debt : debts) {
            var paid = allocation.parts().stream()
                    .filter(part -> part.invoiceNumber().equals(debt.invoiceNumber()))
                    .map(Allocation.Part::amount)
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
            assertThat(paid).isEqualByComparingTo(debt.open().min(left));
            left = left.subtract(paid);
        }
    }

    @Property(tries = 1000)
    void money_is_left_over_only_when_nothing_more_can_be_paid(
            @ForAll @LongRange(max = 900_000) long amount, @ForAll @IntRange(max = 6) int count, @ForAll long seed) {
        var debts = debts(new Random(seed), count);
        var allocation = Allocation.of(cents(amount), List.of(), debts, Allocation.Rest.EVERYTHING);
        var owed = debts.stream().map(Debt::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(allocation.rest())
                .isEqualByComparingTo(cents(amount).subtract(owed).max(BigDecimal.ZERO));
    }

    @Test
    void what_is_in_dispute_is_paid_last_or_not_at_all() {
        var debts =
                List.of(new Debt("INV-1", cents(10_000), cents(4_000)), new Debt("INV-2", cents(5_000), cents(5_000)));
        assertThat(Allocation.of(cents(12_000), List.of(), debts, Allocation.Rest.UNDISPUTED))
                .isEqualTo(new Allocation(
                        List.of(new Allocation.Part("INV-1", cents(4_000)), new Allocation.Part("INV-2", cents(5_000))),
                        cents(3_000)));
        assertThat(Allocation.of(cents(12_000), List.of(), debts, Allocation.Rest.EVERYTHING)
                        .parts())
                .containsExactly(
                        new Allocation.Part("INV-1", cents(7_000)), new Allocation.Part("INV-2", cents(5_000)));
    }

    @Test
    void what_is_told_goes_first_and_may_be_for_what_is_in_dispute() {
        var debts =
                List.of(new Debt("INV-1", cents(10_000), cents(10_000)), new Debt("INV-2", cents(5_000), cents(1_000)));
        var told = List.of(new Allocation.Part("INV-2", cents(5_000)));
        assertThat(Allocation.of(cents(6_000), told, debts, Allocation.Rest.UNDISPUTED)
                        .parts())
                .containsExactly(
                        new Allocation.Part("INV-2", cents(5_000)), new Allocation.Part("INV-1", cents(1_000)));
    }

    @Test
    void telling_more_than_is_open_is_found() {
        var debts = List.of(new Debt("INV-1", cents(10_000), cents(10_000)));
        var twice = List.of(
                new Allocation.Part("INV-1", cents(6_000)),
                new Allocation.Part("INV-1", cents(4_001)),
                new Allocation.Part("INV-9", cents(1)));
        assertThat(Allocation.excess(twice, debts)).containsExactly(twice.get(1), twice.get(2));
    }
}
