package io.controlcenter.repair.ticketing.domain;

import static io.controlcenter.repair.ticketing.domain.TicketFixture.NOW;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.PROVIDER;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.TECHNICIAN;
import static io.controlcenter.repair.ticketing.domain.TicketFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the service and help by others, with what the customer must have authorised. */
class EffortsTest {

    private static final UUID ID = new UUID(0, 7);

    private static Ticket worked(Authorisations authorisations, Contact.Role... contacts) {
        var ticket = TicketFixture.opened(TicketFixture.report(authorisations, contacts));
        done(ticket.assign(TECHNICIAN, null, NOW));
        done(ticket.startWork(null, NOW));
        return ticket;
    }

    private static Effort test(boolean intrusive) {
        return new Effort.StartTest(new TestRun(ID, TestRun.Type.LOOPBACK, intrusive, PROVIDER, NOW, null, null, null));
    }

    private static FixAgent agent(FixAgent.Kind kind, boolean dispatched, FixAgent.State state) {
        return new FixAgent(
                ID, kind, "Crew 7", null, dispatched ? NOW : null, dispatched ? NOW.plusSeconds(7200) : null, state);
    }

    @ParameterizedTest
    @CsvSource({
        "false, , , false",
        "true, , , true",
        "true, 2026-06-01T15:00:00Z, 2026-06-01T16:00:00Z, true",
        "true, 2026-06-01T14:00:00Z, 2026-06-01T15:00:00Z, false",
        "true, 2026-06-01T15:00:01Z, 2026-06-01T16:00:00Z, false"
    })
    void an_intrusive_test_needs_authorisation_and_its_window(
            boolean authorised, Instant from, Instant until, boolean allowed) {
        var given = new Authorisations(authorised, from, until, false, false);
        var outcome = worked(given, Contact.Role.REPORTER).undertake(test(true), NOW);
        if (allowed) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        } else {
            assertThat(outcome).isEqualTo(Outcome.refused(new Refusal.IntrusiveTestNotAuthorised(given)));
        }
        assertThat(worked(given, Contact.Role.REPORTER).undertake(test(false), NOW))
                .as("one that does not interrupt")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_test_gets_its_result_once() {
        var ticket = worked(Authorisations.NONE, Contact.Role.REPORTER);
        done(ticket.undertake(test(false), NOW));
        var finish = new Effort.FinishTest(ID, TestRun.Result.FAIL, "Rx -38 dBm");
        assertThat(done(ticket.undertake(finish, NOW.plusSeconds(60)))).hasSize(1);
        assertThat(ticket.snapshot().efforts().tests())
                .singleElement()
                .extracting(TestRun::result, TestRun::finishedAt)
                .containsExactly(TestRun.Result.FAIL, NOW.plusSeconds(60));
        assertThat(ticket.undertake(finish, NOW)).isEqualTo(Outcome.refused(new Refusal.TestFinishedAlready()));
        assertThat(ticket.undertake(new Effort.FinishTest(new UUID(0, 8), TestRun.Result.PASS, null), NOW))
                .isEqualTo(Outcome.refused(new Refusal.NoSuchEffort("test", new UUID(0, 8))));
    }

    @Test
    void who_comes_to_the_site_needs_authorisation_and_somebody_to_let_them_in() {
        var crew = new Effort.CallIn(agent(FixAgent.Kind.FIELD_TECHNICIAN, false, FixAgent.State.REQUESTED));
        var vendor = new Effort.CallIn(agent(FixAgent.Kind.EXTERNAL_VENDOR, true, FixAgent.State.REQUESTED));
        var remote = new Effort.CallIn(agent(FixAgent.Kind.EXTERNAL_VENDOR, false, FixAgent.State.REQUESTED));
        var dispatch = new Authorisations(false, null, null, true, false);
        for (var coming : java.util.List.of(crew, vendor)) {
            assertThat(worked(Authorisations.NONE, Contact.Role.LOCAL).undertake(coming, NOW))
                    .isEqualTo(Outcome.refused(new Refusal.DispatchNotAuthorised()));
            assertThat(worked(dispatch, Contact.Role.REPORTER).undertake(coming, NOW))
                    .isEqualTo(Outcome.refused(new Refusal.LocalContactMissing()));
            assertThat(worked(dispatch, Contact.Role.LOCAL).undertake(coming, NOW))
                    .isInstanceOf(Outcome.Done.class);
        }
        var ticket = worked(Authorisations.NONE, Contact.Role.REPORTER);
        done(ticket.undertake(remote, NOW));
        assertThat(ticket.snapshot().technician()).as("stays accountable").isEqualTo(TECHNICIAN);
    }

    private static final Map<FixAgent.State, Set<FixAgent.State>> TRAVELLING = Map.of(
            FixAgent.State.REQUESTED, EnumSet.of(FixAgent.State.ACCEPTED, FixAgent.State.CANCELLED),
            FixAgent.State.ACCEPTED, EnumSet.of(FixAgent.State.EN_ROUTE, FixAgent.State.CANCELLED),
            FixAgent.State.EN_ROUTE,
                    EnumSet.of(FixAgent.State.ON_SITE, FixAgent.State.NO_ACCESS, FixAgent.State.CANCELLED),
            FixAgent.State.ON_SITE, EnumSet.of(FixAgent.State.DONE, FixAgent.State.NO_ACCESS));

    static Stream<Arguments> everyMove() {
        return Stream.of(FixAgent.State.values())
                .flatMap(from -> Stream.of(FixAgent.State.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyMove")
    void a_fix_agent_goes_from_state_to_state_as_the_table_says(FixAgent.State from, FixAgent.State to) {
        var crew = agent(FixAgent.Kind.FIELD_TECHNICIAN, true, from);
        var efforts = new Efforts(java.util.List.of(), java.util.List.of(crew));
        var taken = efforts.take(new Effort.MoveAgent(ID, to, "V-1"), TicketFixture.report(), NOW);
        if (TRAVELLING.getOrDefault(from, Set.of()).contains(to)) {
            var moved = crew.in(to, "V-1");
            assertThat(taken)
                    .isEqualTo(Taken.made(
                            new Efforts(java.util.List.of(), java.util.List.of(moved)),
                            new TicketEvent.FixAgentChanged(moved, from)));
        } else {
            assertThat(taken).isEqualTo(Taken.refused(new Refusal.FixAgentNotInThisState(crew, to)));
        }
    }

    @Test
    void who_helps_from_afar_is_done_without_travelling() {
        var colleague = agent(FixAgent.Kind.INTERNAL_TECHNICIAN, false, FixAgent.State.ACCEPTED);
        assertThat(colleague.next()).containsExactlyInAnyOrder(FixAgent.State.DONE, FixAgent.State.CANCELLED);
        assertThat(TicketFixture.in(TicketState.IN_PROGRESS)
                        .undertake(new Effort.MoveAgent(ID, FixAgent.State.DONE, null), NOW))
                .isEqualTo(Outcome.refused(new Refusal.NoSuchEffort("fix agent", ID)));
    }
}
