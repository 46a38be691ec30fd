package io.controlcenter.maintenance.inquiries.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time to answer, and who is told of it when. */
class AnswerClockTest {

    private static final Instant ASKED = Instant.parse("2026-06-01T15:00:00Z");
    private static final AnswerClock CLOCK = AnswerClock.of(ASKED, Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({
        "PT17H59M, 0, PT6H1M, false",
        "PT18H, 75, PT6H, false",
        "PT21H36M, 90, PT2H24M, false",
        "PT24H, 100, PT0S, false",
        "PT24H0.001S, 100, PT0S, true",
        "PT48H, 100, PT0S, true",
    })
    void it_rings_at_three_quarters_at_nine_tenths_and_at_the_end(
            Duration after, int alarm, Duration remaining, boolean breached) {
        var at = ASKED.plus(after);
        assertThat(CLOCK.alarm(at)).isEqualTo(alarm);
        assertThat(CLOCK.remaining(at)).isEqualTo(remaining);
        assertThat(CLOCK.isBreached(at)).isEqualTo(breached);
    }

    @Test
    void an_alarm_that_rang_does_not_ring_again() {
        LongStream.rangeClosed(0, 30 * 60).forEach(AnswerClockTest::assertSilentAfter);
    }

    private static void assertSilentAfter(long minutes) {
        var at = ASKED.plus(Duration.ofMinutes(minutes));
        var after = CLOCK.alarmed(at);
        assertThat(after.alarm(at)).isZero();
        assertThat(after.nextAlarmAt() == null).isEqualTo(minutes >= 24 * 60);
    }
}
