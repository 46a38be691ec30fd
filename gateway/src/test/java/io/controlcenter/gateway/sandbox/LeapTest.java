package io.controlcenter.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeapTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T10:00:00Z, P1M,       2026-02-28T10:00:00Z",
        "2028-01-31T10:00:00Z, P1M,       2028-02-29T10:00:00Z",
        "2026-12-15T00:00:00Z, P1Y2M3D,   2028-02-18T00:00:00Z",
        "2026-06-01T15:00:00Z, PT8H30M,   2026-06-01T23:30:00Z",
        "2026-06-01T15:00:00Z, P1DT1S,    2026-06-02T15:00:01Z",
        "2026-06-01T15:00:00Z, P2W,       2026-06-15T15:00:00Z"
    })
    void leads_by_the_calendar_in_utc(Instant from, String by, Instant to) {
        assertThat(Leap.parse(by).from(from)).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "1M", "P1", "P1H", "PT1D", "month", "P1MT"})
    void anything_else_is_no_way(String text) {
        assertThatThrownBy(() -> Leap.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
