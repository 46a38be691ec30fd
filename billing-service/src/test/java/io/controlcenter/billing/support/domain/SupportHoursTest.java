package io.controlcenter.billing.support.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handbook S52: 7:00am to 7:00pm CT, and 8:00am to 5:00pm CT for national wholesale. */
class SupportHoursTest {

    private static SupportCalendar calendar(String segment) {
        var hours = new EnumMap<DayOfWeek, SupportCalendar.Hours>(DayOfWeek.class);
        var day = segment.equals("ENTERPRISE")
                ? new SupportCalendar.Hours(LocalTime.of(7, 0), LocalTime.of(19, 0))
                : new SupportCalendar.Hours(LocalTime.of(8, 0), LocalTime.of(17, 0));
        for (int i = 1; i <= 5; i++) {
            hours.put(DayOfWeek.of(i), day);
        }
        return new SupportCalendar(
                segment,
                ZoneId.of("America/Chicago"),
                hours,
                Map.of(LocalDate.parse("2026-11-26"), "Thanksgiving Day"));
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 2026-01-05T12:59:59Z, false",
        "ENTERPRISE, 2026-01-05T13:00:00Z, true",
        "ENTERPRISE, 2026-07-06T11:59:59Z, false",
        "ENTERPRISE, 2026-07-06T12:00:00Z, true",
        "ENTERPRISE, 2026-07-06T23:59:59Z, true",
        "ENTERPRISE, 2026-07-07T00:00:00Z, false",
        "ENTERPRISE, 2026-07-04T15:00:00Z, false",
        "ENTERPRISE, 2026-11-26T15:00:00Z, false",
        "NATIONAL_WHOLESALE, 2026-07-06T12:59:59Z, false",
        "NATIONAL_WHOLESALE, 2026-07-06T13:00:00Z, true",
        "NATIONAL_WHOLESALE, 2026-07-06T21:59:59Z, true",
        "NATIONAL_WHOLESALE, 2026-07-06T22:00:00Z, false",
    })
    void support_is_open_in_its_hours(String segment, Instant at, boolean open) {
        assertThat(calendar(segment).isOpen(at)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 2026-07-06T11:00:00Z, 2026-07-06T12:00:00Z, 2026-07-07T00:00:00Z",
        "ENTERPRISE, 2026-07-06T12:00:00Z, 2026-07-07T12:00:00Z, 2026-07-07T00:00:00Z",
        "ENTERPRISE, 2026-10-31T17:00:00Z, 2026-11-02T13:00:00Z, 2026-11-03T01:00:00Z",
        "ENTERPRISE, 2026-11-26T01:30:00Z, 2026-11-27T13:00:00Z, 2026-11-28T01:00:00Z",
        "NATIONAL_WHOLESALE, 2026-03-06T23:00:00Z, 2026-03-09T13:00:00Z, 2026-03-09T22:00:00Z",
    })
    void it_says_when_it_opens_and_closes_next(String segment, Instant at, Instant opens, Instant closes) {
        assertThat(calendar(segment).nextOpening(at)).isEqualTo(opens);
        assertThat(calendar(segment).nextClosing(at)).isEqualTo(closes);
    }
}
