package io.controlcenter.identity.accountteam.domain;

import static io.controlcenter.identity.accountteam.domain.EngagementState.CANCELLED;
import static io.controlcenter.identity.accountteam.domain.EngagementState.HELD;
import static io.controlcenter.identity.accountteam.domain.EngagementState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.accountteam.domain.Engagement.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The states of a meeting: what may be done with it, and when. */
class EngagementTest {

    private static final Instant AT = Instant.parse("2026-07-06T15:00:00Z");
    private static final Instant BEFORE = AT.minus(Duration.ofDays(1));
    private static final Instant AFTER = AT.plus(Duration.ofDays(1));

    private static Engagement in(EngagementState state) {
        return new Engagement(
                "e-1",
                "ENT-1",
                null,
                EngagementKind.ONBOARDING,
                "enterprise",
                state,
                AT,
                "Bring plans",
                null,
                BEFORE,
                1);
    }

    private static Engagement taken(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return ((Outcome.Taken) outcome).engagement();
    }

    @Test
    void a_scheduled_one_is_moved_keeping_its_note_unless_another_is_given() {
        var moved = taken(in(SCHEDULED).reschedule(AFTER, null, BEFORE));
        assertThat(moved.scheduledAt()).isEqualTo(AFTER);
        assertThat(moved.note()).isEqualTo("Bring plans");
        assertThat(moved.version()).isEqualTo(2);
        assertThat(taken(in(SCHEDULED).reschedule(AFTER, "Room 5", BEFORE)).note())
                .isEqualTo("Room 5");
        assertThat(in(SCHEDULED).reschedule(AT, null, AT))
                .as("not into the past")
                .isEqualTo(new Outcome.WrongTime(AT));
    }

    @Test
    void a_scheduled_one_is_held_once_its_time_has_come() {
        assertThat(in(SCHEDULED).hold("Met", BEFORE)).isEqualTo(new Outcome.WrongTime(AT));
        var held = taken(in(SCHEDULED).hold("Met", AT));
        assertThat(held.state()).isEqualTo(HELD);
        assertThat(held.outcome()).isEqualTo("Met");
    }

    @Test
    void a_scheduled_one_is_called_off_with_a_reason() {
        var cancelled = taken(in(SCHEDULED).cancel("Ill"));
        assertThat(cancelled.state()).isEqualTo(CANCELLED);
        assertThat(cancelled.outcome()).isEqualTo("Ill");
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "CANCELLED"})
    void nothing_is_done_with_one_that_is_over(EngagementState state) {
        var meeting = in(state);
        assertThat(List.of(meeting.reschedule(AFTER, null, BEFORE), meeting.hold("Met", AFTER), meeting.cancel("Late")))
                .containsOnly(new Outcome.NotInThisState(state));
    }
}
