package io.controlcenter.billing.proration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of domain d.4: 1,000.00 a month, cycles from the first of the month unless said. */
class WorkedExamplesTest {

    private static final CycleDay FIRST = new CycleDay(1);

    private static ServiceTerm term(String start, @Nullable String stop, String price) {
        var from = LocalDate.parse(start);
        return new ServiceTerm(
                from, stop == null ? null : LocalDate.parse(stop), List.of(new Rate(from, new BigDecimal(price))));
    }

    private static RecurringCharges charges(DayCount dayCount, boolean startBilled, boolean stopBilled) {
        return new RecurringCharges(FIRST, ProrationPolicy.of(dayCount, startBilled, stopBilled), 2);
    }

    private static List<String> nets(List<ProratedLine> lines) {
        return lines.stream().map(line -> line.net().toPlainString()).toList();
    }

    private static List<ProratedLine> month(DayCount dayCount, boolean startBilled, ServiceTerm term, String day) {
        return charges(dayCount, startBilled, false).ofCycle(term, FIRST.cycleOf(LocalDate.parse(day)));
    }

    @ParameterizedTest(name = "{0} {1}: start {2} is {4} for {5} days")
    @CsvSource({
        "1, ACTUAL_ACTUAL, 2026-09-08, true, 766.67, 23",
        "1, ACTUAL_30, 2026-09-08, true, 766.67, 23",
        "1, STRICT_30, 2026-09-08, true, 766.67, 23",
        "1b, ACTUAL_ACTUAL, 2026-09-08, false, 733.33, 22",
        "1b, ACTUAL_30, 2026-09-08, false, 733.33, 22",
        "1b, STRICT_30, 2026-09-08, false, 733.33, 22",
        "2, ACTUAL_ACTUAL, 2026-01-10, true, 709.68, 22",
        "2, ACTUAL_30, 2026-01-10, true, 733.33, 22",
        "2, STRICT_30, 2026-01-10, true, 700.00, 21",
        "3, ACTUAL_ACTUAL, 2026-02-10, true, 678.57, 19",
        "3, ACTUAL_30, 2026-02-10, true, 633.33, 19",
        "3, STRICT_30, 2026-02-10, true, 700.00, 21",
        "8, ACTUAL_ACTUAL, 2026-05-31, true, 32.26, 1",
        "8, ACTUAL_30, 2026-05-31, true, 33.33, 1",
        "8, STRICT_30, 2026-05-31, true, 0.00, 0",
        "9, ACTUAL_ACTUAL, 2026-02-28, true, 35.71, 1",
        "9, ACTUAL_30, 2026-02-28, true, 33.33, 1",
        "9, STRICT_30, 2026-02-28, true, 100.00, 3",
        "14, ACTUAL_ACTUAL, 2028-02-10, true, 689.66, 20",
        "14, ACTUAL_30, 2028-02-10, true, 666.67, 20",
        "14, STRICT_30, 2028-02-10, true, 700.00, 21",
    })
    void a_service_that_starts_inside_a_month_costs_the_rest_of_it(
            String example, DayCount dayCount, String start, boolean startBilled, String net, int days) {
        var lines = month(dayCount, startBilled, term(start, null, "1000.00"), start);
        assertThat(nets(lines)).as(example).containsExactly(net);
        assertThat(lines.getFirst().type()).isEqualTo(ProratedLine.Type.PARTIAL);
        assertThat(lines.getFirst().proration().numerator()).isEqualTo(days);
    }

    @ParameterizedTest
    @EnumSource
    void example_4_a_whole_february_is_never_prorated(DayCount dayCount) {
        var lines = month(dayCount, true, term("2026-01-01", null, "1000.00"), "2026-02-10");
        assertThat(nets(lines)).containsExactly("1000.00");
        assertThat(lines.getFirst().type()).isEqualTo(ProratedLine.Type.RECURRING);
        assertThat(lines.getFirst().proration().prorated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ACTUAL_ACTUAL, 483.87, 1032.26, 1516.13",
        "ACTUAL_30, 500.00, 1066.67, 1566.67",
        "STRICT_30, 500.00, 1000.00, 1500.00",
    })
    void example_5_a_price_change_splits_the_month(DayCount dayCount, String before, String after, String sum) {
        var from = LocalDate.parse("2026-01-01");
        var term = new ServiceTerm(
                from,
                null,
                List.of(
                        new Rate(from, new BigDecimal("1000.00")),
                        new Rate(LocalDate.parse("2026-05-16"), new BigDecimal("2000.00"))));
        var lines = month(dayCount, true, term, "2026-05-01");
        assertThat(nets(lines)).containsExactly(before, after);
        assertThat(lines.stream().map(ProratedLine::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum);
        assertThat(lines.get(0).proration().stopSource()).isEqualTo(DateSource.PRICE_CHANGE);
        assertThat(lines.get(1).proration().startSource()).isEqualTo(DateSource.PRICE_CHANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "6, ACTUAL_ACTUAL, false, -387.10, 12",
        "6, ACTUAL_30, false, -400.00, 12",
        "6, STRICT_30, false, -366.67, 11",
        "6b, ACTUAL_ACTUAL, true, -354.84, 11",
        "6b, ACTUAL_30, true, -366.67, 11",
        "6b, STRICT_30, true, -333.33, 10",
    })
    void a_stop_on_20_may_gives_the_rest_of_may_back(
            String example, DayCount dayCount, boolean stopBilled, String net, int days) {
        var lines = charges(dayCount, true, stopBilled)
                .inAdvance(term("2026-05-01", "2026-05-20", "1000.00"), LocalDate.parse("2026-06-15"));
        assertThat(nets(lines)).as(example).containsExactly("1000.00", net);
        assertThat(lines.get(1).type()).isEqualTo(ProratedLine.Type.CREDIT);
        assertThat(lines.get(1).proration().numerator()).isEqualTo(days);
        assertThat(lines.get(1).proration().startSource()).isEqualTo(DateSource.SERVICE_STOP);
    }

    @ParameterizedTest
    @CsvSource({"ACTUAL_ACTUAL, -387.10", "ACTUAL_30, -400.00", "STRICT_30, -366.67"})
    void example_7_a_disconnect_asked_for_now_stops_thirty_days_later(DayCount dayCount, String net) {
        var stop = LocalDate.parse("2026-04-20").plusDays(30).toString();
        var lines = charges(dayCount, true, false)
                .inAdvance(term("2026-05-01", stop, "1000.00"), LocalDate.parse("2026-05-31"));
        assertThat(nets(lines)).containsExactly("1000.00", net);
    }

    @ParameterizedTest
    @EnumSource
    void example_10_a_service_that_stops_on_its_first_day_costs_nothing(DayCount dayCount) {
        var term = term("2026-05-10", "2026-05-10", "1000.00");
        assertThat(month(dayCount, true, term, "2026-05-10")).isEmpty();
        assertThat(charges(dayCount, true, false).inAdvance(term, LocalDate.parse("2026-07-01")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void example_11_segments_of_a_whole_month_at_one_price_add_up_to_it(DayCount dayCount) {
        var price = new BigDecimal("999.99");
        var from = LocalDate.parse("2026-01-01");
        var term = new ServiceTerm(
                from,
                null,
                Stream.of("2026-01-01", "2026-05-08", "2026-05-16")
                        .map(date -> new Rate(LocalDate.parse(date), price))
                        .toList());
        var lines = month(dayCount, true, term, "2026-05-01");
        assertThat(lines.stream().map(ProratedLine::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(price);
        if (dayCount == DayCount.ACTUAL_ACTUAL) {
            assertThat(nets(lines)).containsExactly("225.80", "258.06", "516.13");
        }
    }

    @ParameterizedTest
    @EnumSource
    void example_12_a_change_on_the_tenth_of_thirty_days_credits_the_old_rest_and_charges_the_new(DayCount dayCount) {
        var june = FIRST.cycleOf(LocalDate.parse("2026-06-11"));
        var rest = new Period(LocalDate.parse("2026-06-11"), june.end());
        var prorating = new Prorating(june, ProrationPolicy.of(dayCount, true, false), 2);
        var old = new Slice(june, new BigDecimal("45.00"), DateSource.CYCLE_BOUNDARY, DateSource.CYCLE_BOUNDARY);
        var fresh = new Slice(rest, new BigDecimal("60.00"), DateSource.PRICE_CHANGE, DateSource.CYCLE_BOUNDARY);
        var next = month(dayCount, true, term("2026-01-01", null, "60.00"), "2026-07-01");
        assertThat(prorating
                        .credit(old, new BigDecimal("45.00"), rest, DateSource.PRICE_CHANGE)
                        .net())
                .isEqualByComparingTo("-30.00");
        assertThat(nets(prorating.charge(List.of(fresh)))).containsExactly("40.00");
        assertThat(nets(next)).containsExactly("60.00");
    }

    @Test
    void example_13_in_advance_the_first_bill_has_the_partial_month_and_the_next_one() {
        var lines = charges(DayCount.ACTUAL_ACTUAL, true, false)
                .inAdvance(term("2026-09-08", null, "1000.00"), LocalDate.parse("2026-10-01"));
        assertThat(nets(lines)).containsExactly("766.67", "1000.00");
        assertThat(lines)
                .extracting(ProratedLine::type)
                .containsExactly(ProratedLine.Type.PARTIAL, ProratedLine.Type.RECURRING);
    }

    @Test
    void a_partial_line_tells_its_whole_calculation() {
        var line = month(DayCount.ACTUAL_ACTUAL, true, term("2026-09-08", null, "1000.00"), "2026-09-08")
                .getFirst();
        assertThat(line.proration())
                .isEqualTo(new Proration(
                        "ACTUAL_ACTUAL/START_BILLED/STOP_FREE",
                        DayCount.ACTUAL_ACTUAL,
                        true,
                        new BigDecimal("1000.00"),
                        23,
                        30,
                        LocalDate.parse("2026-09-08"),
                        LocalDate.parse("2026-09-30"),
                        new BigDecimal("766.666666666667"),
                        "HALF_UP, remainder to LAST_SEGMENT",
                        DateSource.SERVICE_START,
                        DateSource.CYCLE_BOUNDARY));
    }

    @Test
    void in_arrears_only_what_has_ended_is_billed() {
        var lines = charges(DayCount.ACTUAL_ACTUAL, true, false)
                .inArrears(term("2026-09-08", "2026-11-11", "1000.00"), LocalDate.parse("2026-12-01"));
        assertThat(nets(lines)).containsExactly("766.67", "1000.00", "333.33");
    }

    @Test
    void a_yen_has_no_cents() {
        var charges = new RecurringCharges(FIRST, ProrationPolicy.DEFAULT, 0);
        var lines = charges.ofCycle(term("2026-09-08", null, "100000"), FIRST.cycleOf(LocalDate.parse("2026-09-08")));
        assertThat(nets(lines)).containsExactly("76667");
    }

    @Test
    void with_thirtieths_a_long_month_never_costs_more_than_its_price() {
        var lines = month(DayCount.ACTUAL_30, true, term("2026-05-02", null, "1000.00"), "2026-05-02");
        assertThat(nets(lines)).containsExactly("1000.00");
    }
}
