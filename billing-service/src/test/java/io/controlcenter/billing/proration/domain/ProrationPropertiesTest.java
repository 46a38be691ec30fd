package io.controlcenter.billing.proration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Domain d.5, for all policies, anchors and years. */
class ProrationPropertiesTest {

    private static final LocalDate EPOCH = LocalDate.of(2023, 1, 1);

    /** A cycle, two cuts of it in order, a policy and a price in cents. */
    record Case(Period cycle, LocalDate first, LocalDate second, ProrationPolicy policy, BigDecimal rate) {

        Prorating prorating() {
            return new Prorating(cycle, policy, 2);
        }

        DayCount dayCount() {
            return policy.dayCount();
        }

        BigDecimal cost(LocalDate from, LocalDate to) {
            var part = new Period(from, to);
            return part.hasNoDay()
                    ? BigDecimal.ZERO
                    : prorating().charge(List.of(slice(part))).getFirst().net();
        }

        Slice slice(Period part) {
            return new Slice(part, rate, DateSource.SERVICE_START, DateSource.CYCLE_BOUNDARY);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        var cycles = Combinators.combine(
                        Arbitraries.integers().between(1, 31),
                        Arbitraries.integers().between(0, 3650))
                .as((anchor, day) -> new CycleDay(anchor).cycleOf(EPOCH.plusDays(day)));
        var policies = Combinators.combine(
                        Arbitraries.of(DayCount.values()), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(ProrationPolicy::of);
        return Combinators.combine(
                        cycles,
                        Arbitraries.integers().between(0, 31),
                        Arbitraries.integers().between(0, 31),
                        policies,
                        Arbitraries.longs().between(0, 100_000_000))
                .as((cycle, a, b, policy, cents) -> new Case(
                        cycle,
                        day(cycle, Math.min(a, b)),
                        day(cycle, Math.max(a, b)),
                        policy,
                        BigDecimal.valueOf(cents, 2)));
    }

    private static LocalDate day(Period cycle, int offset) {
        return Period.earlier(cycle.start().plusDays(offset), cycle.end());
    }

    @Property
    void days_add_up_at_any_cut(@ForAll("cases") Case one) {
        var start = one.cycle().start();
        var whole = one.dayCount().days(new Period(start, one.second()));
        var before = one.dayCount().days(new Period(start, one.first()));
        var after = one.dayCount().days(new Period(one.first(), one.second()));
        assertThat(before + after).isEqualTo(whole);
        assertThat(before).isNotNegative();
        assertThat(after).isNotNegative();
    }

    @Property
    void a_part_costs_between_nothing_and_the_price(@ForAll("cases") Case one) {
        assertThat(one.cost(one.first(), one.second())).isBetween(BigDecimal.ZERO, one.rate());
    }

    @Property
    void a_whole_cycle_costs_the_price(@ForAll("cases") Case one) {
        assertThat(one.cost(one.cycle().start(), one.cycle().end())).isEqualByComparingTo(one.rate());
    }

    @Property
    void more_days_never_cost_less(@ForAll("cases") Case one) {
        assertThat(one.cost(one.cycle().start(), one.first()))
                .isLessThanOrEqualTo(one.cost(one.cycle().start(), one.second()));
        assertThat(one.cost(one.second(), one.cycle().end()))
                .isLessThanOrEqualTo(one.cost(one.first(), one.cycle().end()));
    }

    @Property
    void segments_at_one_price_add_up_to_the_whole(@ForAll("cases") Case one) {
        Assume.that(one.cycle().start().isBefore(one.first())
                && one.first().isBefore(one.second())
                && one.second().isBefore(one.cycle().end()));
        var lines = one.prorating()
                .charge(List.of(
                        one.slice(new Period(one.cycle().start(), one.first())),
                        one.slice(new Period(one.first(), one.second())),
                        one.slice(new Period(one.second(), one.cycle().end()))));
        assertThat(lines.stream().map(ProratedLine::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(one.rate());
    }

    /**
     * To the cent, wherever the days of the cycle are what the price is divided by. With thirtieths a whole cycle of 31
     * days costs 30 of them, so there the credit for the rest and the charge for the start cannot both be by the day:
     * the credit is (domain d.4, 6).
     */
    @Property
    void what_stays_after_a_credit_is_what_the_days_served_cost(@ForAll("cases") Case one) {
        var days = one.dayCount();
        Assume.that(days.days(one.cycle()) == days.denominator(one.cycle()));
        var start = one.first();
        var end = one.cycle().end();
        var stop = one.second();
        Assume.that(start.isBefore(stop) && stop.isBefore(end));
        var billed = one.slice(new Period(start, end));
        var charged = one.cost(start, end);
        var credit = one.prorating().credit(billed, charged, new Period(stop, end), DateSource.SERVICE_STOP);
        assertThat(charged.add(credit.net())).isEqualByComparingTo(one.cost(start, stop));
    }

    @Property
    void a_credit_is_never_more_than_what_is_left(@ForAll("cases") Case one, @ForAll @IntRange(max = 100) int percent) {
        Assume.that(one.first().isBefore(one.cycle().end()));
        var charged = one.cost(one.cycle().start(), one.cycle().end());
        var left = charged.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, java.math.RoundingMode.DOWN);
        var credit = one.prorating()
                .credit(
                        one.slice(one.cycle()),
                        left,
                        new Period(one.first(), one.cycle().end()),
                        DateSource.SERVICE_STOP);
        assertThat(credit.net().negate()).isBetween(BigDecimal.ZERO, left);
    }

    @Property
    void strict_months_of_cycles_that_begin_by_the_28th_have_thirty_days(
            @ForAll @IntRange(min = 1, max = 28) int anchor, @ForAll @IntRange(max = 3650) int day) {
        var cycle = new CycleDay(anchor).cycleOf(EPOCH.plusDays(day));
        assertThat(DayCount.STRICT_30.denominator(cycle)).isEqualTo(30);
    }

    @Property
    void strict_months_of_later_cycles_have_27_to_33_days_and_are_divided_by_them(
            @ForAll @IntRange(min = 29, max = 31) int anchor, @ForAll @IntRange(max = 3650) int day) {
        var cycle = new CycleDay(anchor).cycleOf(EPOCH.plusDays(day));
        assertThat(DayCount.STRICT_30.denominator(cycle)).isBetween(27, 33).isEqualTo(DayCount.STRICT_30.days(cycle));
    }

    @Property
    void cycles_tile_time(@ForAll @IntRange(min = 1, max = 31) int anchor, @ForAll @IntRange(max = 3650) int day) {
        var date = EPOCH.plusDays(day);
        var cycle = new CycleDay(anchor).cycleOf(date);
        assertThat(date).isBetween(cycle.start(), cycle.lastDay());
        assertThat(new CycleDay(anchor).cycleOf(cycle.end()).start()).isEqualTo(cycle.end());
        assertThat(new CycleDay(anchor).cycleOf(cycle.lastDay())).isEqualTo(cycle);
    }

    /** A service with a stop and a price change: in advance every served day is charged once, every other one given back. */
    @Property
    void every_day_is_billed_once_or_given_back_once(
            @ForAll @IntRange(min = 1, max = 31) int anchor,
            @ForAll @IntRange(max = 800) int startDay,
            @ForAll @IntRange(min = 1, max = 400) int length,
            @ForAll @IntRange(min = 1, max = 400) int change,
            @ForAll DayCount dayCount) {
        var start = EPOCH.plusDays(startDay);
        var stop = start.plusDays(length);
        var rates = List.of(
                new Rate(start, new BigDecimal("100.00")), new Rate(start.plusDays(change), new BigDecimal("130.00")));
        var charges = new RecurringCharges(new CycleDay(anchor), ProrationPolicy.of(dayCount, true, false), 2);
        var lines = charges.inAdvance(new ServiceTerm(start, stop, rates), stop.plusDays(40));
        for (var day = start.minusDays(40); day.isBefore(stop.plusDays(80)); day = day.plusDays(1)) {
            var served = !day.isBefore(start) && day.isBefore(stop);
            assertThat(balance(lines, day)).as("%s", day).isEqualTo(served ? 1 : 0);
        }
    }

    private static int balance(List<ProratedLine> lines, LocalDate day) {
        var one = new Period(day, day.plusDays(1));
        return lines.stream()
                .filter(line -> line.coverage().overlaps(one))
                .mapToInt(line -> line.type() == ProratedLine.Type.CREDIT ? -1 : 1)
                .sum();
    }

    @Property(tries = 50)
    void the_zone_of_the_server_and_recomputation_change_nothing(@ForAll("cases") Case one) {
        var before = TimeZone.getDefault();
        @Nullable BigDecimal first = null;
        try {
            for (var zone : List.of("Pacific/Kiritimati", "America/Chicago", "UTC")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                var cost = one.cost(one.first(), one.second());
                assertThat(first == null ? cost : first).isEqualByComparingTo(cost);
                first = cost;
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
