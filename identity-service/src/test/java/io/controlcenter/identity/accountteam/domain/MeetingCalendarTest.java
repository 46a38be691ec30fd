package io.controlcenter.identity.accountteam.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings are proposed on working days, in the customer's morning, and reviews once a quarter. */
class MeetingCalendarTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final MeetingCalendar CALENDAR = new MeetingCalendar(
            LocalTime.of(10, 0),
            new MeetingCalendar.After(Period.ofDays(7), Period.ofDays(7), Period.ofDays(5), Period.ofDays(9)),
            Period.ofDays(30));

    @ParameterizedTest
    @CsvSource({
        "ONBOARDING, 2026-06-01, 2026-06-08T15:00:00Z",
        "ONBOARDING, 2026-12-01, 2026-12-08T16:00:00Z", // winter: another hour in UTC
        "FIRST_BILL_REVIEW, 2026-07-01, 2026-07-06T15:00:00Z",
        "POST_ACTIVATION, 2026-06-06, 2026-06-15T15:00:00Z", // a Saturday becomes Monday
        "POST_ACTIVATION, 2026-06-07, 2026-06-15T15:00:00Z",
        "QUARTERLY_REVIEW, 2026-07-01, 2026-07-10T15:00:00Z"
    })
    void a_meeting_is_proposed_some_days_after_what_gives_rise_to_it(EngagementKind kind, LocalDate day, Instant at) {
        assertThat(CALENDAR.propose(kind, day, CHICAGO, Instant.parse("2026-06-01T15:00:00Z")))
                .isEqualTo(at);
    }

    @Property
    void it_is_a_working_day_at_ten_and_never_today_or_before(
            @ForAll @IntRange(max = 3000) int began, @ForAll @IntRange(max = 3000) int asked) {
        var now = LocalDate.of(2026, 1, 1)
                .plusDays(asked)
                .atTime(23, 0)
                .atZone(CHICAGO)
                .toInstant();
        var day = LocalDate.of(2026, 1, 1).plusDays(began);
        var at = CALENDAR.propose(EngagementKind.FIRST_BILL_REVIEW, day, CHICAGO, now)
                .atZone(CHICAGO);
        assertThat(at.toInstant()).isAfter(now);
        assertThat(at.toLocalTime()).isEqualTo(LocalTime.of(10, 0));
        assertThat(at.getDayOfWeek()).isNotIn(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31, ''",
        "2026-06-01, 2026-Q3", // thirty days before
        "2026-07-01, 2026-Q3",
        "2026-07-09, 2026-Q3",
        "2026-07-10, ''", // its day is today
        "2026-12-02, 2027-Q1",
        "2026-04-01, 2026-Q2"
    })
    void the_review_of_a_quarter_is_scheduled_from_a_month_before_until_its_day(LocalDate today, String quarters) {
        assertThat(String.join(
                        ",",
                        CALENDAR.open(today).stream()
                                .map(MeetingCalendar.Quarter::name)
                                .toList()))
                .isEqualTo(quarters);
    }

    @Property
    void every_day_belongs_to_one_quarter(@ForAll @IntRange(max = 5000) int days) {
        var day = LocalDate.of(2026, 1, 1).plusDays(days);
        var quarter = MeetingCalendar.Quarter.of(day);
        assertThat(day).isBetween(quarter.begins(), quarter.next().begins().minusDays(1));
        assertThat(List.of(1, 4, 7, 10)).contains(quarter.begins().getMonthValue());
    }
}
