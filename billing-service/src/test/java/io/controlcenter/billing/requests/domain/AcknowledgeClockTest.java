package io.controlcenter.billing.requests.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.support.domain.SupportCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two readings of "within 48 business hours", with every worked date of domain b.5. */
class AcknowledgeClockTest {

    private static final Duration PROMISE = Duration.ofDays(2);
    private static final ZoneId CT = ZoneId.of("America/Chicago");

    private static SupportCalendar calendar(String segment, String... holidays) {
        var hours = new EnumMap<DayOfWeek, SupportCalendar.Hours>(DayOfWeek.class);
        var day = segment.equals("ENTERPRISE")
                ? new SupportCalendar.Hours(LocalTime.of(7, 0), LocalTime.of(19, 0))
                : new SupportCalendar.Hours(LocalTime.of(8, 0), LocalTime.of(17, 0));
        for (int i = 1; i <= 5; i++) {
            hours.put(DayOfWeek.of(i), day);
        }
        var closed = new java.util.HashMap<LocalDate, String>();
        for (var holiday : holidays) {
            closed.put(LocalDate.parse(holiday), "Thanksgiving Day");
        }
        return new SupportCalendar(segment, CT, hours, closed);
    }

    private static AcknowledgeClock started(SupportCalendar calendar, Reading reading, String received) {
        return AcknowledgeClock.start(calendar, reading, local(received), PROMISE);
    }

    private static Instant local(String at) {
        return java.time.LocalDateTime.parse(at).atZone(CT).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 2026-06-01T07:00, 2026-06-04T19:00-05:00",
        "ENTERPRISE, 2026-11-27T18:00, 2026-12-03T18:00-06:00",
        "ENTERPRISE, 2026-10-31T12:00, 2026-11-05T19:00-06:00",
        "NATIONAL_WHOLESALE, 2026-06-01T08:00, 2026-06-08T11:00-05:00",
        "NATIONAL_WHOLESALE, 2026-11-27T16:00, 2026-12-07T10:00-06:00",
        // spring: clocks go forward on Sunday, March 8
        "ENTERPRISE, 2026-03-06T18:00, 2026-03-12T18:00-05:00",
        // outside of the hours it counts from the next opening
        "ENTERPRISE, 2026-06-01T19:00, 2026-06-05T19:00-05:00",
        "ENTERPRISE, 2026-06-02T06:59:59, 2026-06-05T19:00-05:00",
    })
    void reading_a_counts_48_hours_inside_the_support_hours(String segment, String received, OffsetDateTime due) {
        assertThat(started(calendar(segment), Reading.SUPPORT_HOURS, received).dueAt())
                .isEqualTo(due.toInstant());
    }

    @Test
    void a_holiday_counts_for_nothing() {
        var clock = started(calendar("ENTERPRISE", "2026-11-26"), Reading.SUPPORT_HOURS, "2026-11-25T09:00");
        assertThat(clock.dueAt()).isEqualTo(local("2026-12-02T09:00"));
        assertThat(clock.targetAt()).isEqualTo(local("2026-11-30T09:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 2026-06-01T07:00, 2026-06-03T07:00",
        "ENTERPRISE, 2026-11-27T18:00, 2026-12-01T18:00",
        "ENTERPRISE, 2026-10-31T12:00, 2026-11-04T07:00",
        "NATIONAL_WHOLESALE, 2026-06-01T08:00, 2026-06-03T08:00",
        "NATIONAL_WHOLESALE, 2026-11-27T16:00, 2026-12-01T16:00",
        "ENTERPRISE, 2026-03-06T18:00, 2026-03-10T18:00",
    })
    void reading_b_is_two_business_days(String segment, String received, String target) {
        var literal = started(calendar(segment), Reading.SUPPORT_HOURS, received);
        assertThat(literal.targetAt()).isEqualTo(local(target));
        assertThat(started(calendar(segment), Reading.BUSINESS_DAYS, received).dueAt())
                .as("when that reading binds")
                .isEqualTo(local(target));
    }

    @Test
    void warnings_come_at_75_and_90_per_cent_and_when_it_is_over() {
        var clock = started(calendar("ENTERPRISE"), Reading.SUPPORT_HOURS, "2026-06-01T07:00");
        assertThat(clock.nextWarning()).contains(local("2026-06-03T19:00"));
        assertThat(clock.warn().nextWarning()).contains(local("2026-06-04T14:12"));
        assertThat(clock.warn().warn().nextWarning()).contains(local("2026-06-04T19:00"));
        assertThat(clock.warn().warn().warn().nextWarning()).isEmpty();
        assertThat(clock.warn().warn().warn().warned()).isEqualTo(100);
        assertThat(clock.stop(local("2026-06-02T07:00")).nextWarning()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T07:00, PT48H, RUNNING,",
        "2026-06-01T12:30, PT42H30M, RUNNING,",
        "2026-06-01T20:00, PT36H, PAUSED, OUTSIDE_SUPPORT_HOURS",
        "2026-06-04T18:59, PT1M, RUNNING,",
        "2026-06-04T19:00, PT0S, BREACHED,",
    })
    void what_is_left_and_why_it_stands_still(
            String now,
            Duration remaining,
            AcknowledgeClock.State state,
            @org.jspecify.annotations.Nullable String paused) {
        var calendar = calendar("ENTERPRISE");
        var clock = started(calendar, Reading.SUPPORT_HOURS, "2026-06-01T07:00");
        assertThat(clock.remaining(calendar, local(now))).isEqualTo(remaining);
        assertThat(clock.state(calendar, local(now))).isEqualTo(state);
        assertThat(clock.pausedBecause(calendar, local(now)).orElse(null)).isEqualTo(paused);
    }

    @Test
    void on_a_holiday_it_says_which() {
        var calendar = calendar("ENTERPRISE", "2026-11-26");
        var clock = started(calendar, Reading.SUPPORT_HOURS, "2026-11-25T09:00");
        assertThat(clock.pausedBecause(calendar, local("2026-11-26T12:00"))).contains("HOLIDAY: Thanksgiving Day");
        var days = started(calendar, Reading.BUSINESS_DAYS, "2026-11-25T09:00");
        assertThat(days.pausedBecause(calendar, local("2026-11-28T12:00"))).contains("NO_BUSINESS_DAY");
    }

    @Test
    void when_it_is_stopped_it_tells_whether_the_promise_was_kept() {
        var calendar = calendar("ENTERPRISE");
        var clock = started(calendar, Reading.SUPPORT_HOURS, "2026-06-01T07:00");
        var later = local("2026-07-01T07:00");
        assertThat(clock.stop(local("2026-06-04T19:00")).state(calendar, later)).isEqualTo(AcknowledgeClock.State.MET);
        assertThat(clock.stop(local("2026-06-05T07:00")).state(calendar, later))
                .isEqualTo(AcknowledgeClock.State.MISSED);
        assertThat(clock.stop(local("2026-06-02T07:00")).remaining(calendar, later))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T10:00, 10, 2026-06-15T10:00",
        "2026-06-05T10:00, 5, 2026-06-12T10:00",
        "2026-06-06T10:00, 1, 2026-06-08T10:00",
        "2026-11-25T10:00, 1, 2026-11-27T10:00",
    })
    void business_days_leave_out_week_ends_and_holidays(String from, int days, String until) {
        assertThat(calendar("ENTERPRISE", "2026-11-26").plusBusinessDays(local(from), days))
                .isEqualTo(local(until));
    }

    @Property(tries = 500)
    void the_time_until_a_moment_and_the_moment_after_that_time_are_one(
            @ForAll @IntRange(max = 500_000) int minutes, @ForAll @IntRange(min = 1, max = 6000) int counted) {
        var calendar = calendar("ENTERPRISE", "2026-11-26", "2026-12-25");
        var from = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes));
        for (var reading : Reading.values()) {
            var due = reading.after(calendar, from, Duration.ofMinutes(counted));
            assertThat(reading.passed(calendar, from, due)).isEqualTo(Duration.ofMinutes(counted));
            assertThat(due).isAfter(from);
        }
    }

    @Test
    void a_segment_has_its_own_hours() {
        assertThat(Map.of("ENTERPRISE", 12, "NATIONAL_WHOLESALE", 9))
                .allSatisfy((segment, hours) -> assertThat(
                                calendar(segment).supportTime(local("2026-06-01T00:00"), local("2026-06-02T00:00")))
                        .isEqualTo(Duration.ofHours(hours)));
    }
}
