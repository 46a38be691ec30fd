package io.controlcenter.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private final BusinessClock clock =
            new BusinessClock(Clock.fixed(Instant.parse("2026-03-08T07:30:00Z"), ZoneOffset.UTC));

    @Test
    void it_runs_ahead_by_what_it_was_moved() {
        clock.moveTo(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo("2026-03-08T08:30:00Z");
        assertThat(clock.offset()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_clock_of_another_zone_moves_along() {
        var chicago = clock.withZone(ZoneId.of("America/Chicago"));
        clock.moveTo(Duration.ofHours(1));
        assertThat(ZonedDateTime.now(chicago).toLocalTime()).hasToString("03:30");
        assertThat(chicago.withZone(ZoneOffset.UTC).instant()).isEqualTo(clock.instant());
    }
}
