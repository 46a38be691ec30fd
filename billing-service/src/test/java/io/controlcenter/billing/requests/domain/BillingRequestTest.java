package io.controlcenter.billing.requests.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.requests.domain.BillingRequest.Closing;
import io.controlcenter.billing.requests.domain.BillingRequest.Outcome;
import io.controlcenter.billing.requests.domain.BillingRequest.Verdict;
import io.controlcenter.billing.support.domain.SupportCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine of domain b.5, transition by transition, with all that is refused. */
class BillingRequestTest {

    private static final Instant NOW = Instant.parse("2026-07-01T15:00:00Z");
    private static final SupportCalendar CALENDAR = calendar();
    private static final Map<Step, Function<BillingRequest, Outcome>> STEPS = steps();
    /** Per state: step and next state. */
    private static final Map<RequestState, String> ALLOWED = Map.of(
            RequestState.RECEIVED, "ACKNOWLEDGE ACKNOWLEDGED, REQUEST_CLOSE CLOSE_REQUESTED, NOTE RECEIVED",
            RequestState.ACKNOWLEDGED, "ASSIGN PROCESSING, REQUEST_CLOSE CLOSE_REQUESTED, NOTE ACKNOWLEDGED",
            RequestState.PROCESSING,
                    "ASSIGN PROCESSING, RESEARCH RESEARCHING, REQUEST_CLOSE CLOSE_REQUESTED, NOTE PROCESSING",
            RequestState.RESEARCHING,
                    "ASSIGN RESEARCHING, PEND PENDING_CUSTOMER, RESOLVE RESOLVED, REQUEST_CLOSE CLOSE_REQUESTED,"
                            + " NOTE RESEARCHING",
            RequestState.PENDING_CUSTOMER,
                    "ASSIGN PENDING_CUSTOMER, ANSWER RESEARCHING, FALL_SILENT CLOSED, NOTE PENDING_CUSTOMER",
            RequestState.RESOLVED,
                    "ASSIGN RESOLVED, ACCEPT CLOSED, OBJECT RESEARCHING, FALL_SILENT CLOSED, NOTE RESOLVED",
            RequestState.CLOSE_REQUESTED, "ASSIGN CLOSE_REQUESTED, CLOSE CLOSED, NOTE CLOSE_REQUESTED",
            RequestState.CLOSED, "");

    private static SupportCalendar calendar() {
        var hours = new EnumMap<DayOfWeek, SupportCalendar.Hours>(DayOfWeek.class);
        for (int i = 1; i <= 5; i++) {
            hours.put(DayOfWeek.of(i), new SupportCalendar.Hours(LocalTime.of(7, 0), LocalTime.of(19, 0)));
        }
        return new SupportCalendar("ENTERPRISE", ZoneId.of("America/Chicago"), hours, Map.of());
    }

    private static Map<Step, Function<BillingRequest, Outcome>> steps() {
        var coordinator = new BillingRequest.Coordinator("u-1", "Bea", "+1 303 555 0100", "bea@provider.example");
        var decision = new BillingRequest.Resolution(Verdict.DENIED, "As agreed.", null, NOW, "Bea");
        var steps = new LinkedHashMap<Step, Function<BillingRequest, Outcome>>();
        steps.put(Step.ACKNOWLEDGE, request -> request.acknowledge(NOW));
        steps.put(Step.ASSIGN, request -> request.assign(coordinator, NOW));
        steps.put(Step.RESEARCH, request -> request.research(NOW));
        steps.put(Step.PEND, request -> request.pend("Which?", CALENDAR, 10, NOW));
        steps.put(Step.ANSWER, request -> request.answer(NOW));
        steps.put(Step.RESOLVE, request -> request.resolve(decision, CALENDAR, 5, NOW));
        steps.put(Step.ACCEPT, request -> request.accept(NOW));
        steps.put(Step.OBJECT, request -> request.object(NOW.plus(Duration.ofDays(30)), NOW));
        steps.put(Step.REQUEST_CLOSE, request -> request.requestClose("Found it", NOW));
        steps.put(Step.CLOSE, request -> request.close(NOW));
        steps.put(Step.FALL_SILENT, request -> request.fallSilent(NOW));
        steps.put(Step.NOTE, request -> request.note(NOW));
        return steps;
    }

    private static BillingRequest request(RequestState state, String type, boolean objected) {
        return new BillingRequest(
                "BRQ-1",
                "ENT-1",
                "A-1",
                new BillingRequest.Subject(type, "X", BillingRequest.Channel.PORTAL, "INV-1", "Why?", Map.of(), null),
                new BillingRequest.Contact("Ada", "ada@acme.example", null),
                "USD",
                state,
                null,
                AcknowledgeClock.start(CALENDAR, Reading.SUPPORT_HOURS, NOW, Duration.ofDays(2)),
                BillingRequest.Progress.until(NOW.plus(Duration.ofDays(30)), objected),
                null,
                NOW,
                "Ada",
                NOW,
                7);
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(RequestState.values())
                .flatMap(state -> STEPS.keySet().stream().map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void each_state_allows_its_own_steps_and_refuses_all_others(RequestState state, Step step) {
        var next = Arrays.stream(ALLOWED.get(state).split(", ?"))
                .filter(one -> one.startsWith(step + " "))
                .map(one -> RequestState.valueOf(one.substring(step.name().length() + 1)))
                .findFirst();
        var outcome = STEPS.get(step).apply(request(state, "DISPUTE", false));
        if (next.isEmpty()) {
            assertThat(outcome).isEqualTo(new Outcome.Refused(new RequestRefusal.NotInThisState(step, state)));
            assertThat(state.possible()).doesNotContain(step.words());
        } else {
            var after = ((Outcome.Done) outcome).request();
            assertThat(after.state()).isEqualTo(next.get());
            assertThat(after.version()).isEqualTo(8);
            assertThat(state.possible()).contains(step.words());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "received, Open",
        "acknowledged, Open",
        "processing, Processing",
        "researching, Active",
        "pendingCustomer, Active",
        "resolved, Active",
        "closed, Closed",
    })
    void the_portal_has_its_own_words(String wire, String display) {
        assertThat(RequestState.of(wire).displayStatus()).isEqualTo(display);
    }

    private static BillingRequest done(Outcome outcome) {
        return ((Outcome.Done) outcome).request();
    }

    @Test
    void an_acknowledgement_stops_the_clock() {
        var after = done(request(RequestState.RECEIVED, "INQUIRY", false).acknowledge(NOW.plusSeconds(60)));
        assertThat(after.clock().acknowledgedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void the_time_that_the_customer_takes_moves_the_decision() {
        var pended = done(request(RequestState.RESEARCHING, "DISPUTE", false).pend("Which?", CALENDAR, 10, NOW));
        assertThat(pended.progress().silentUntil()).isEqualTo("2026-07-15T15:00:00Z");
        var answered = done(pended.answer(NOW.plus(Duration.ofDays(3))));
        assertThat(answered.progress().decisionDueAt()).isEqualTo(NOW.plus(Duration.ofDays(33)));
        assertThat(answered.progress().silentUntil()).isNull();
        assertThat(answered.progress().question()).isNull();
    }

    @Test
    void a_decision_is_objected_to_once() {
        var decided = request(RequestState.RESOLVED, "DISPUTE", false);
        var again = done(decided.object(NOW.plus(Duration.ofDays(30)), NOW));
        assertThat(again.resolution()).isNull();
        assertThat(again.progress().objected()).isTrue();
        assertThat(request(RequestState.RESOLVED, "DISPUTE", true).object(NOW, NOW))
                .isEqualTo(new Outcome.Refused(new RequestRefusal.ObjectedAlready()));
    }

    @ParameterizedTest
    @CsvSource({"RESOLVED, SILENCE", "PENDING_CUSTOMER, NO_RESPONSE"})
    void silence_closes_for_its_own_reason(RequestState state, Closing why) {
        assertThat(done(request(state, "DISPUTE", false).fallSilent(NOW))
                        .progress()
                        .closing())
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "DISPUTE, UPHELD, true", "DISPUTE, PARTLY_UPHELD, true", "DISPUTE, DENIED, true", "DISPUTE, ANSWERED, false",
        "INQUIRY, ANSWERED, true", "INQUIRY, UPHELD, false", "BALANCE, DENIED, false", "PAYMENT, PARTLY_UPHELD, false",
    })
    void a_dispute_is_upheld_or_denied_and_anything_else_answered(String type, Verdict verdict, boolean fits) {
        var decision = new BillingRequest.Resolution(verdict, "So.", null, NOW, "Bea");
        var outcome = request(RequestState.RESEARCHING, type, false).resolve(decision, CALENDAR, 5, NOW);
        assertThat(outcome).isInstanceOf(fits ? Outcome.Done.class : Outcome.Refused.class);
    }
}
