package io.controlcenter.repair.ticketing.domain;

import static io.controlcenter.repair.ticketing.domain.TicketFixture.CUT;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.NOW;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A ticket follows planned work and incidents wherever it can, and stays as it is where it cannot. */
class FollowingTest {

    private static final Set<TicketState> OPEN = EnumSet.of(
            TicketState.ACKNOWLEDGED,
            TicketState.ASSIGNED,
            TicketState.IN_PROGRESS,
            TicketState.PENDING,
            TicketState.REOPENED);

    @ParameterizedTest
    @EnumSource(TicketState.class)
    void maintenance_stops_the_clock_of_what_is_open(TicketState state) {
        var ticket = TicketFixture.in(state);
        var before = ticket.snapshot();
        var events = done(Following.maintenanceBegan(ticket, "100000001", NOW.plusSeconds(60)));
        if (!OPEN.contains(state)) {
            assertThat(events).isEmpty();
            assertThat(ticket.snapshot()).isEqualTo(before);
            return;
        }
        assertThat(events).contains(new TicketEvent.Followed("Scheduled maintenance 100000001 is under way."));
        assertThat(ticket.snapshot().clock().runningSince()).isNull();
        assertThat(ticket.snapshot().state())
                .isEqualTo(
                        state == TicketState.ACKNOWLEDGED || state == TicketState.PENDING
                                ? state
                                : TicketState.IN_PROGRESS);
        if (state != TicketState.PENDING) {
            assertThat(done(Following.maintenanceBegan(ticket, "100000001", NOW.plusSeconds(90))))
                    .isEmpty();
        }
    }

    @Test
    void what_overruns_counts_again() {
        var ticket = TicketFixture.in(TicketState.IN_PROGRESS);
        done(Following.maintenanceBegan(ticket, "100000001", NOW));
        var later = NOW.plus(Duration.ofHours(2));
        assertThat(done(Following.maintenanceNoExcuse(ticket, "It overran.", later)))
                .containsExactly(new TicketEvent.Followed("It overran."));
        assertThat(ticket.snapshot().clock().elapsed(later.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
        assertThat(ticket.snapshot().pauses())
                .containsExactly(
                        new Pause(Pause.Kind.MAINTENANCE, "Scheduled maintenance 100000001 is under way", NOW, later));
        assertThat(done(Following.maintenanceNoExcuse(ticket, "It overran.", later)))
                .isEmpty();
    }

    @Test
    void the_clock_does_not_run_before_it_stopped() {
        var ticket = TicketFixture.in(TicketState.IN_PROGRESS);
        done(Following.maintenanceBegan(ticket, "100000001", NOW.plusSeconds(600)));
        done(Following.maintenanceNoExcuse(ticket, "It overran.", NOW.minusSeconds(600)));
        assertThat(ticket.snapshot().clock().elapsed(NOW.plusSeconds(660))).isEqualTo(Duration.ofMinutes(11));
    }

    @Test
    void a_ticket_that_waits_for_the_customer_goes_on_waiting_for_the_customer() {
        var ticket = TicketFixture.in(TicketState.PENDING);
        done(Following.maintenanceBegan(ticket, "100000001", NOW.plusSeconds(60)));
        assertThat(ticket.snapshot().clock().pausedBecause()).isEqualTo("Please let us in.");
        assertThat(done(Following.maintenanceNoExcuse(ticket, "It overran.", NOW.plusSeconds(90))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TicketState.class)
    void what_is_over_is_resolved_and_the_customer_checks(TicketState state) {
        var ticket = TicketFixture.in(state);
        var events = done(Following.over(ticket, CUT, "Please confirm.", NOW));
        if (OPEN.contains(state) && state != TicketState.ACKNOWLEDGED) {
            assertThat(ticket.snapshot().state()).isEqualTo(TicketState.RESOLVED);
            assertThat(events).contains(new TicketEvent.Resolved(new Resolution(CUT, "Please confirm.", NOW)));
            done(ticket.close(NOW));
        } else {
            assertThat(events).isEmpty();
            assertThat(ticket.snapshot().state()).isEqualTo(state);
        }
    }

    @Test
    void a_link_is_made_once() {
        var ticket = TicketFixture.in(TicketState.ASSIGNED);
        assertThat(done(ticket.link(Link.Type.MAINTENANCE, "100000001", NOW))).hasSize(1);
        assertThat(done(ticket.link(Link.Type.MAINTENANCE, "100000001", NOW))).isEmpty();
        assertThat(ticket.snapshot().links()).containsExactly(new Link(Link.Type.MAINTENANCE, "100000001", NOW));
    }

    @Test
    void a_claim_succeeds_where_nobody_answers() {
        var ticket = TicketFixture.opened();
        done(ticket.claim(TicketFixture.TECHNICIAN, NOW));
        assertThat(done(ticket.claim(TicketFixture.TECHNICIAN, NOW))).isEmpty();
        assertThat(ticket.claim(TicketFixture.OTHER, NOW))
                .isEqualTo(Outcome.refused(new Refusal.ClaimedAlready(TicketFixture.TECHNICIAN)));
        assertThat(ticket.snapshot().accountable()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN, false, false, CRITICAL",
        "DEGRADED, false, false, HIGH",
        "DEGRADED, true, false, CRITICAL",
        "INTERMITTENT, false, true, CRITICAL",
        "INTERMITTENT, true, true, CRITICAL",
        "NONE, false, false, LOW",
        "NONE, true, false, MEDIUM",
        "DOWN, true, true, CRITICAL"
    })
    void priority_by_law_and_for_safety_is_one_step_up(
            ObservedImpact impact, boolean tsp, boolean safety, Priority priority) {
        var report = TicketFixture.report();
        assertThat(Opening.priority(
                        new Report(
                                report.kind(),
                                report.serviceId(),
                                report.circuitId(),
                                report.description(),
                                impact,
                                null,
                                report.contacts(),
                                report.authorisations(),
                                null,
                                null,
                                report.relatedTickets(),
                                report.severity(),
                                safety),
                        tsp))
                .isEqualTo(priority);
    }
}
