package io.controlcenter.repair.ticketing.domain;

import static io.controlcenter.repair.ticketing.domain.TicketFixture.CUT;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.NOW;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A critical ticket has four hours, not counting what the provider waits for the customer. */
class RestoreClockTest {

    private static Instant after(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void it_stands_still_while_the_provider_waits() {
        var ticket = TicketFixture.in(TicketState.IN_PROGRESS);
        done(ticket.pend("Please let us in.", after(60)));
        var paused = ticket.snapshot().clock();
        assertThat(paused.elapsed(after(90))).isEqualTo(Duration.ofHours(1));
        assertThat(paused.remaining(after(90))).isEqualTo(Duration.ofHours(3));
        assertThat(paused.paused(after(90))).isEqualTo(Duration.ofMinutes(30));
        assertThat(paused.pausedBecause()).isEqualTo("Please let us in.");
        assertThat(paused.dueAt()).isNull();
        assertThat(paused.nextWarningAt()).isNull();
        done(ticket.resume(null, after(120)));
        var running = ticket.snapshot().clock();
        assertThat(running.dueAt()).isEqualTo(after(300));
        assertThat(running.pausedBecause()).isNull();
        assertThat(running.nextWarningAt()).isEqualTo(after(240));
    }

    @Test
    void it_stops_when_the_service_works_and_goes_on_when_it_does_not() {
        var ticket = TicketFixture.in(TicketState.IN_PROGRESS);
        done(ticket.resolve(CUT, "Spliced.", after(100)));
        assertThat(ticket.snapshot().clock().restoredAt()).isEqualTo(after(100));
        assertThat(ticket.snapshot().clock().paused(after(500))).isEqualTo(Duration.ZERO);
        done(ticket.reopen("Still dark.", after(200)));
        assertThat(ticket.snapshot().clock().restoredAt()).isNull();
        assertThat(ticket.snapshot().clock().elapsed(after(210))).isEqualTo(Duration.ofMinutes(110));
        done(ticket.startWork(null, after(210)));
        assertThat(ticket.snapshot().clock().elapsed(after(220))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void it_keeps_the_time_of_restoration_when_the_ticket_is_closed() {
        var ticket = TicketFixture.in(TicketState.IN_PROGRESS);
        done(ticket.resolve(CUT, "Spliced.", after(100)));
        done(ticket.close(after(300)));
        var clock = ticket.snapshot().clock();
        assertThat(clock.restoredAt()).isEqualTo(after(100));
        assertThat(clock.elapsed(after(999))).isEqualTo(Duration.ofMinutes(100));
        assertThat(clock.pausedBecause()).isNull();
    }

    @Test
    void it_warns_at_75_and_90_per_cent_and_at_the_target_once_each() {
        var ticket = TicketFixture.in(TicketState.IN_PROGRESS);
        assertThat(done(ticket.warn(after(179)))).isEmpty();
        assertThat(done(ticket.warn(after(180)))).containsExactly(new TicketEvent.RestoreTargetAtRisk(75));
        assertThat(done(ticket.warn(after(200)))).isEmpty();
        assertThat(ticket.snapshot().clock().nextWarningAt()).isEqualTo(after(216));
        assertThat(done(ticket.warn(after(241)))).containsExactly(new TicketEvent.RestoreTargetAtRisk(100));
        assertThat(ticket.snapshot().clock().nextWarningAt()).isNull();
        assertThat(ticket.snapshot().clock().isBreached(after(241))).isTrue();
        assertThat(done(ticket.warn(after(900)))).isEmpty();
    }

    @Test
    void another_priority_moves_the_target_and_warns_anew() {
        var ticket = TicketFixture.in(TicketState.IN_PROGRESS);
        done(ticket.warn(after(180)));
        done(ticket.prioritise(Priority.LOW, TicketFixture.LOW_TARGET, "a spare line", after(180)));
        assertThat(ticket.snapshot().clock().toldPercent()).isZero();
        assertThat(ticket.snapshot().clock().remaining(after(180))).isEqualTo(Duration.ofHours(69));
        done(ticket.prioritise(Priority.CRITICAL, TicketFixture.CRITICAL_TARGET, "the spare line failed", after(190)));
        assertThat(done(ticket.warn(after(190)))).containsExactly(new TicketEvent.RestoreTargetAtRisk(75));
    }

    @Test
    void it_is_silent_while_it_stands_still() {
        var ticket = TicketFixture.in(TicketState.PENDING);
        assertThat(done(ticket.warn(after(9999)))).isEmpty();
    }
}
