package io.controlcenter.repair.ticketing.domain;

import static io.controlcenter.repair.ticketing.domain.TicketFixture.CUSTOMER;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.CUT;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.LOW_TARGET;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.NOW;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.OTHER;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.PROVIDER;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.TECHNICIAN;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.done;
import static io.controlcenter.repair.ticketing.domain.TicketState.ACKNOWLEDGED;
import static io.controlcenter.repair.ticketing.domain.TicketState.ASSESSING_CANCELLATION;
import static io.controlcenter.repair.ticketing.domain.TicketState.ASSIGNED;
import static io.controlcenter.repair.ticketing.domain.TicketState.CANCELLED;
import static io.controlcenter.repair.ticketing.domain.TicketState.CLOSED;
import static io.controlcenter.repair.ticketing.domain.TicketState.IN_PROGRESS;
import static io.controlcenter.repair.ticketing.domain.TicketState.PENDING;
import static io.controlcenter.repair.ticketing.domain.TicketState.REOPENED;
import static io.controlcenter.repair.ticketing.domain.TicketState.RESOLVED;
import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of domain b.3, allowed and refused, and the rules around them. */
class TicketTest {

    private static final Note NOTE = new Note(new UUID(0, 1), "It blinks.", false);

    private static final Map<Step, Function<Ticket, Outcome>> ASKED = Map.ofEntries(
            entry(Step.ASSIGN, ticket -> ticket.assign(OTHER, "shift ends", NOW)),
            entry(Step.START_WORK, ticket -> ticket.startWork(TECHNICIAN, NOW)),
            entry(Step.PEND, ticket -> ticket.pend("Please let us in.", NOW)),
            entry(Step.RESUME, ticket -> ticket.resume(null, NOW)),
            entry(Step.RESOLVE, ticket -> ticket.resolve(CUT, "Spliced.", NOW)),
            entry(Step.CLOSE, ticket -> ticket.close(NOW)),
            entry(Step.REOPEN, ticket -> ticket.reopen("Still dark.", NOW)),
            entry(Step.CANCEL, ticket -> ticket.cancel(null, NOW)),
            entry(Step.CONFIRM_CANCELLATION, ticket -> ticket.confirmCancellation(NOW)),
            entry(Step.UNDERTAKE, ticket -> ticket.undertake(new Effort.CallIn(TicketFixture.COLLEAGUE), NOW)),
            entry(Step.REPORT_WORK, TicketTest::reportWork),
            entry(Step.ESCALATE, ticket -> ticket.escalate(null, "too slow", false, TicketFixture.LEVELS, NOW)),
            entry(Step.AMEND, ticket -> ticket.prioritise(Priority.LOW, LOW_TARGET, "a spare line", NOW)),
            entry(Step.NOTE, ticket -> ticket.note(NOTE, PROVIDER, NOW)),
            entry(Step.ATTACH, ticket -> ticket.attach(new UUID(0, 3), "trace.pdf")),
            entry(Step.LINK, ticket -> ticket.link(Link.Type.INCIDENT, "I-1", NOW)));

    /** The table: step, and from which state to which one. */
    private static final Map<Step, Map<TicketState, TicketState>> TABLE = Map.ofEntries(
            entry(
                    Step.ASSIGN,
                    Map.of(
                            ACKNOWLEDGED, ASSIGNED,
                            ASSIGNED, ASSIGNED,
                            IN_PROGRESS, IN_PROGRESS,
                            PENDING, PENDING,
                            RESOLVED, RESOLVED,
                            REOPENED, REOPENED,
                            ASSESSING_CANCELLATION, ASSESSING_CANCELLATION)),
            entry(Step.START_WORK, Map.of(ACKNOWLEDGED, IN_PROGRESS, ASSIGNED, IN_PROGRESS, REOPENED, IN_PROGRESS)),
            entry(Step.PEND, Map.of(IN_PROGRESS, PENDING)),
            entry(Step.RESUME, Map.of(PENDING, IN_PROGRESS)),
            entry(Step.RESOLVE, Map.of(IN_PROGRESS, RESOLVED)),
            entry(Step.CLOSE, Map.of(RESOLVED, CLOSED)),
            entry(Step.REOPEN, Map.of(RESOLVED, REOPENED)),
            entry(
                    Step.CANCEL,
                    Map.of(
                            ACKNOWLEDGED, ASSESSING_CANCELLATION,
                            ASSIGNED, ASSESSING_CANCELLATION,
                            IN_PROGRESS, ASSESSING_CANCELLATION,
                            PENDING, ASSESSING_CANCELLATION)),
            entry(Step.CONFIRM_CANCELLATION, Map.of(ASSESSING_CANCELLATION, CANCELLED)),
            entry(
                    Step.UNDERTAKE,
                    Map.of(ASSIGNED, ASSIGNED, IN_PROGRESS, IN_PROGRESS, PENDING, PENDING, REOPENED, REOPENED)),
            entry(Step.REPORT_WORK, unended()),
            entry(
                    Step.ESCALATE,
                    Map.of(
                            ACKNOWLEDGED, ACKNOWLEDGED,
                            ASSIGNED, ASSIGNED,
                            IN_PROGRESS, IN_PROGRESS,
                            PENDING, PENDING,
                            REOPENED, REOPENED)),
            entry(Step.AMEND, unended()),
            entry(Step.NOTE, unended()),
            entry(Step.ATTACH, unended()),
            entry(Step.LINK, unended()));

    private static Map<TicketState, TicketState> unended() {
        return Map.of(
                ACKNOWLEDGED, ACKNOWLEDGED,
                ASSIGNED, ASSIGNED,
                IN_PROGRESS, IN_PROGRESS,
                PENDING, PENDING,
                RESOLVED, RESOLVED,
                REOPENED, REOPENED,
                ASSESSING_CANCELLATION, ASSESSING_CANCELLATION);
    }

    /** Tells of a colleague who was called in before. */
    private static Outcome reportWork(Ticket ticket) {
        return ticket.undertake(
                new Effort.MoveAgent(TicketFixture.COLLEAGUE.agentId(), FixAgent.State.ACCEPTED, null), NOW);
    }

    static Stream<Arguments> everyStepInEveryState() {
        return Stream.of(Step.values())
                .flatMap(step -> Stream.of(TicketState.values()).map(state -> Arguments.of(step, state)));
    }

    @ParameterizedTest
    @MethodSource("everyStepInEveryState")
    void a_ticket_does_in_each_state_what_the_table_says_and_nothing_else(Step step, TicketState state) {
        var ticket = TicketFixture.in(state);
        var before = ticket.snapshot();
        var outcome = requireNonNull(ASKED.get(step)).apply(ticket);
        var next = requireNonNull(TABLE.get(step)).get(state);
        if (next == null) {
            assertThat(outcome).isEqualTo(Outcome.refused(new Refusal.NotInThisState(step, state)));
            assertThat(ticket.snapshot()).as("refused, it has not changed").isEqualTo(before);
            assertThat(state.possible()).doesNotContain(step.words());
        } else {
            var events = done(outcome);
            assertThat(ticket.snapshot().state()).isEqualTo(next);
            assertThat(events.stream().filter(TicketEvent.StateChanged.class::isInstance))
                    .hasSize(next == state ? 0 : 1);
            assertThat(state.possible()).contains(step.words());
        }
    }

    @ParameterizedTest
    @EnumSource(TicketState.class)
    void it_closes_by_itself_only_when_resolved_and_unanswered_for_long(TicketState state) {
        var ticket = TicketFixture.in(state);
        assertThat(ticket.closeUnanswered(Duration.ofDays(3), NOW.plus(Duration.ofHours(71))))
                .isInstanceOf(Outcome.Refused.class);
        var later = ticket.closeUnanswered(Duration.ofDays(3), NOW.plus(Duration.ofDays(3)));
        if (state == RESOLVED) {
            assertThat(done(later)).contains(new TicketEvent.Closed(true));
            assertThat(ticket.snapshot().endedAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
            assertThat(ticket.reopen("too late", NOW)).isInstanceOf(Outcome.Refused.class);
        } else {
            assertThat(later).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void priority_follows_from_the_impact_and_the_provider_changes_it_with_a_note() {
        assertThat(Stream.of(ObservedImpact.values()).map(ObservedImpact::priority))
                .containsExactly(Priority.CRITICAL, Priority.HIGH, Priority.HIGH, Priority.LOW);
        var ticket = TicketFixture.in(ASSIGNED);
        assertThat(ticket.snapshot().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(ticket.prioritise(Priority.LOW, LOW_TARGET, " ", NOW))
                .isEqualTo(Outcome.refused(new Refusal.WordsMissing("/note")));
        assertThat(done(ticket.prioritise(Priority.LOW, LOW_TARGET, "a spare line", NOW)))
                .containsExactly(new TicketEvent.PriorityChanged(Priority.CRITICAL, Priority.LOW, "a spare line"));
        assertThat(done(ticket.prioritise(Priority.LOW, LOW_TARGET, "again", NOW)))
                .isEmpty();
        assertThat(ticket.snapshot().clock().targetSeconds()).isEqualTo(LOW_TARGET.toSeconds());
    }

    @Test
    void exactly_one_technician_is_accountable_and_the_hand_over_is_kept() {
        var ticket = TicketFixture.in(IN_PROGRESS);
        var later = NOW.plusSeconds(600);
        assertThat(done(ticket.assign(OTHER, "shift ends", later)))
                .containsExactly(new TicketEvent.TechnicianAssigned(OTHER, TECHNICIAN, "shift ends"));
        assertThat(done(ticket.assign(OTHER, null, later))).isEmpty();
        assertThat(ticket.snapshot().accountable())
                .containsExactly(
                        new Accountability(TECHNICIAN, NOW, later, null),
                        new Accountability(OTHER, later, null, "shift ends"));
        assertThat(ticket.snapshot().technician()).isEqualTo(OTHER);
    }

    @Test
    void whoever_starts_a_ticket_of_nobody_becomes_accountable() {
        var ticket = TicketFixture.opened();
        assertThat(ticket.startWork(null, NOW)).isEqualTo(Outcome.refused(new Refusal.TechnicianMissing()));
        assertThat(ticket.snapshot()).isEqualTo(TicketFixture.opened().snapshot());
        assertThat(done(ticket.startWork(TECHNICIAN, NOW))).hasSize(2);
        assertThat(ticket.snapshot().technician()).isEqualTo(TECHNICIAN);
        var reopened = TicketFixture.in(REOPENED);
        done(reopened.startWork(OTHER, NOW));
        assertThat(reopened.snapshot().technician()).as("the same stays").isEqualTo(TECHNICIAN);
    }

    @Test
    void resolving_needs_a_root_cause_and_a_note_and_pending_and_reopening_need_words() {
        var ticket = TicketFixture.in(IN_PROGRESS);
        assertThat(ticket.resolve(null, "Spliced.", NOW))
                .isEqualTo(Outcome.refused(new Refusal.WordsMissing("/rootCause")));
        assertThat(ticket.resolve(CUT, "", NOW)).isEqualTo(Outcome.refused(new Refusal.WordsMissing("/note")));
        assertThat(ticket.pend(" ", NOW)).isEqualTo(Outcome.refused(new Refusal.WordsMissing("/note")));
        done(ticket.resolve(CUT, "Spliced.", NOW));
        assertThat(ticket.snapshot().resolution()).isEqualTo(new Resolution(CUT, "Spliced.", NOW));
        assertThat(ticket.reopen("", NOW)).isEqualTo(Outcome.refused(new Refusal.WordsMissing("/reason")));
        done(ticket.reopen("Still dark.", NOW));
        assertThat(ticket.snapshot().resolution()).isNull();
    }

    @Test
    void a_customers_note_answers_a_pending_ticket_and_a_providers_does_not() {
        var ticket = TicketFixture.in(PENDING);
        done(ticket.note(NOTE, PROVIDER, NOW));
        assertThat(ticket.snapshot().state()).isEqualTo(PENDING);
        assertThat(done(ticket.note(NOTE, CUSTOMER, NOW)))
                .containsExactly(
                        new TicketEvent.NoteAdded(NOTE), new TicketEvent.StateChanged(PENDING, IN_PROGRESS, null));
        assertThat(ticket.snapshot().clock().runningSince()).isEqualTo(NOW);
    }

    @Test
    void escalation_goes_one_level_up_once_per_hour() {
        var ticket = TicketFixture.in(IN_PROGRESS);
        var policy = TicketFixture.LEVELS;
        assertThat(ticket.escalate(2, "now", false, policy, NOW))
                .isEqualTo(Outcome.refused(new Refusal.NotTheNextLevel(2, 1)));
        assertThat(done(ticket.escalate(1, "now", true, policy, NOW)))
                .containsExactly(new TicketEvent.Escalated(1, "now", true));
        assertThat(ticket.escalate(null, "now", false, policy, NOW.plusSeconds(3599)))
                .isEqualTo(Outcome.refused(new Refusal.EscalatedTooSoon(Duration.ofSeconds(1))));
        for (int level = 2; level <= 5; level++) {
            done(ticket.escalate(null, "now", false, policy, NOW.plusSeconds(3600L * level)));
        }
        assertThat(ticket.escalate(null, "now", false, policy, NOW.plus(Duration.ofDays(9))))
                .isEqualTo(Outcome.refused(new Refusal.AtHighestLevel(5)));
    }

    @Test
    void levels_and_pause_are_the_installations() {
        var ticket = TicketFixture.in(IN_PROGRESS);
        var quick = new EscalationPolicy(2, Duration.ofMinutes(10));
        done(ticket.escalate(null, "now", false, quick, NOW));
        assertThat(ticket.escalate(null, "now", false, quick, NOW.plusSeconds(599)))
                .isEqualTo(Outcome.refused(new Refusal.EscalatedTooSoon(Duration.ofSeconds(1))));
        done(ticket.escalate(null, "now", false, quick, NOW.plusSeconds(600)));
        var atOnce = new EscalationPolicy(1, Duration.ZERO);
        assertThat(ticket.escalate(null, "now", false, atOnce, NOW.plusSeconds(600)))
                .as("above what is left of the levels")
                .isEqualTo(Outcome.refused(new Refusal.AtHighestLevel(2)));
        assertThat(ticket.snapshot().escalation().nextLevel(atOnce)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new EscalationPolicy(0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new EscalationPolicy(1, Duration.ofSeconds(-1)));
    }

    @Test
    void what_a_customer_changes_is_named_and_the_same_again_is_nothing() {
        var ticket = TicketFixture.in(ASSIGNED);
        var report = TicketFixture.report();
        assertThat(done(ticket.amend(report))).isEmpty();
        var changed = new Report(
                report.kind(),
                report.serviceId(),
                report.circuitId(),
                report.description() + " Port 3 too.",
                report.observedImpact(),
                NOW,
                report.contacts(),
                report.authorisations(),
                report.accessHours(),
                "INC-1",
                report.relatedTickets(),
                report.severity(),
                report.publicSafety());
        assertThat(done(ticket.amend(changed)))
                .containsExactly(new TicketEvent.Amended(
                        java.util.List.of("description", "customerReference", "issueStartedAt")));
    }

    @ParameterizedTest
    @EnumSource(TicketState.class)
    void a_state_is_found_again_by_its_wire_name(TicketState state) {
        assertThat(TicketState.of(state.wire())).isEqualTo(state);
        assertThat(state.isTerminal())
                .isEqualTo(TicketFixture.in(state).snapshot().endedAt() != null);
    }
}
