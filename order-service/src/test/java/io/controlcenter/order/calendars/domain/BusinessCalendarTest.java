package io.controlcenter.order.calendars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business-day arithmetic, on the days around Thanksgiving 2026 (Thursday, 26 November) and Independence Day. */
class BusinessCalendarTest {

    static final BusinessCalendar US = new BusinessCalendar(
            "US",
            "United States",
            ZoneId.of("America/Chicago"),
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Map.of(
                    LocalDate.parse("2026-07-03"), "Independence Day",
                    LocalDate.parse("2026-11-26"), "Thanksgiving Day",
                    LocalDate.parse("2026-12-25"), "Christmas Day"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 0, 2026-11-25",
        "2026-11-25, 1, 2026-11-27",
        "2026-11-25, 2, 2026-11-30",
        "2026-11-26, 1, 2026-11-27",
        "2026-11-28, 0, 2026-11-28",
        "2026-11-28, 1, 2026-11-30",
        "2026-07-02, 1, 2026-07-06",
        "2026-06-01, 6, 2026-06-09",
        "2026-06-01, 15, 2026-06-22"
    })
    void the_day_itself_is_day_zero(LocalDate from, int days, LocalDate expected) {
        assertThat(US.plusBusinessDays(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 0, 2026-11-30",
        "2026-11-30, 1, 2026-11-27",
        "2026-11-30, 2, 2026-11-25",
        "2026-11-29, 1, 2026-11-27"
    })
    void days_before_are_counted_the_same_way(LocalDate from, int days, LocalDate expected) {
        assertThat(US.minusBusinessDays(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 2026-11-25, 0",
        "2026-11-25, 2026-11-27, 1",
        "2026-11-25, 2026-11-29, 1",
        "2026-11-28, 2026-11-29, 0",
        "2026-11-30, 2026-11-25, -2"
    })
    void days_between_leave_out_the_first_one(LocalDate after, LocalDate upTo, int expected) {
        assertThat(US.businessDaysBetween(after, upTo)).isEqualTo(expected);
    }

    @Test
    void a_day_of_rest_moves_on() {
        assertThat(US.sameOrNext(LocalDate.parse("2026-11-26"))).isEqualTo("2026-11-27");
        assertThat(US.sameOrNext(LocalDate.parse("2026-11-27"))).isEqualTo("2026-11-27");
    }

    @Test
    void a_business_day_ends_at_midnight_in_the_calendars_zone() {
        var lateOnWednesday = Instant.parse("2026-11-26T05:30:00Z");
        assertThat(US.dateOf(lateOnWednesday)).isEqualTo("2026-11-25");
        assertThat(US.endOfBusinessDay(lateOnWednesday, 1)).isEqualTo("2026-11-28T06:00:00Z");
    }

    @Test
    void a_calendar_without_a_day_to_work_on_is_none() {
        assertThatThrownBy(() ->
                        new BusinessCalendar("X", "X", ZoneId.of("UTC"), EnumSet.allOf(DayOfWeek.class), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> US.plusBusinessDays(LocalDate.parse("2026-11-26"), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void adding_and_counting_are_inverse(
            @ForAll @IntRange(max = 4000) int offset, @ForAll @IntRange(max = 300) int days) {
        var from = LocalDate.parse("2024-01-01").plusDays(offset);
        var to = US.plusBusinessDays(from, days);
        assertThat(US.businessDaysBetween(from, to)).isEqualTo(days);
        assertThat(days == 0 || US.isBusinessDay(to)).isTrue();
    }

    @Property
    void counting_adds_up(
            @ForAll @IntRange(max = 3000) int offset,
            @ForAll @IntRange(max = 200) int first,
            @ForAll @IntRange(max = 200) int second) {
        var a = LocalDate.parse("2024-01-01").plusDays(offset);
        var b = a.plusDays(first);
        var c = b.plusDays(second);
        assertThat(US.businessDaysBetween(a, b) + US.businessDaysBetween(b, c)).isEqualTo(US.businessDaysBetween(a, c));
    }

    @Property
    void going_back_undoes_going_on(
            @ForAll @IntRange(max = 3000) int offset, @ForAll @IntRange(min = 1, max = 200) int n) {
        var from = US.sameOrNext(LocalDate.parse("2024-01-01").plusDays(offset));
        assertThat(US.minusBusinessDays(US.plusBusinessDays(from, n), n)).isEqualTo(from);
    }

    @Test
    void a_friday_week_end_is_data_too() {
        var gulf = new BusinessCalendar(
                "AE", "Emirates", ZoneId.of("Asia/Dubai"), Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), Map.of());
        assertThat(gulf.plusBusinessDays(LocalDate.parse("2026-11-26"), 1)).isEqualTo("2026-11-29");
    }
}
