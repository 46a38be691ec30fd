package io.controlcenter.maintenance.changes.domain;

import static io.controlcenter.maintenance.changes.domain.GcrFixture.NOW;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.OUTAGE;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.RULES;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.at;
import static io.controlcenter.maintenance.changes.domain.GcrFixture.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trigger in every state of domain b.4, allowed and refused. */
class GcrTest {

    /** From, trigger, to: the table of domain b.4 and nothing else. */
    private static final Map<Trigger, Map<GcrState, GcrState>> TABLE = Map.of(
            Trigger.EDIT, Map.of(GcrState.PLANNED, GcrState.PLANNED),
            Trigger.PROPOSE, Map.of(GcrState.PLANNED, GcrState.TENTATIVE),
            Trigger.CONFIRM, Map.of(GcrState.PLANNED, GcrState.SCHEDULED, GcrState.TENTATIVE, GcrState.SCHEDULED),
            Trigger.RESCHEDULE,
                    Map.of(
                            GcrState.SCHEDULED,
                            GcrState.SCHEDULED,
                            GcrState.POSTPONED,
                            GcrState.SCHEDULED,
                            GcrState.NOT_COMPLETED,
                            GcrState.SCHEDULED),
            Trigger.POSTPONE, Map.of(GcrState.SCHEDULED, GcrState.POSTPONED),
            Trigger.CANCEL,
                    Map.of(
                            GcrState.TENTATIVE,
                            GcrState.CANCELLED,
                            GcrState.SCHEDULED,
                            GcrState.CANCELLED,
                            GcrState.POSTPONED,
                            GcrState.CANCELLED),
            Trigger.START, Map.of(GcrState.SCHEDULED, GcrState.IN_PROGRESS),
            Trigger.COMPLETE, Map.of(GcrState.IN_PROGRESS, GcrState.COMPLETED),
            Trigger.NOT_COMPLETE, Map.of(GcrState.IN_PROGRESS, GcrState.NOT_COMPLETED),
            Trigger.INVOKE_ALTERNATE, Map.of(GcrState.IN_PROGRESS, GcrState.SCHEDULED));

    private static Outcome ask(Gcr gcr, Trigger trigger) {
        var wish = new Gcr.Wish(Window.Kind.PRIMARY, at(Duration.ofDays(9)));
        var present = gcr.snapshot().state();
        var moved = present == GcrState.NOT_COMPLETED ? null : 1;
        return switch (trigger) {
            case EDIT -> gcr.plan(List.of(wish));
            case PROPOSE -> gcr.propose(OUTAGE, RULES, NOW);
            case CONFIRM -> gcr.confirm(OUTAGE, RULES, NOW);
            case RESCHEDULE ->
                gcr.reschedule(List.of(new Move(moved, at(Duration.ofDays(12)))), "permit", OUTAGE, RULES, NOW);
            case POSTPONE -> gcr.postpone("vendor", NOW);
            case CANCEL -> gcr.cancel("no need", NOW);
            case START -> gcr.start(NOW);
            case COMPLETE -> gcr.complete(NOW);
            case NOT_COMPLETE -> gcr.notComplete("rain", NOW);
            case INVOKE_ALTERNATE -> gcr.invokeAlternate("rain", RULES, NOW);
        };
    }

    static Stream<Arguments> everything() {
        return EnumSet.complementOf(EnumSet.of(GcrState.ALTERNATE_INVOKED)).stream()
                .flatMap(state -> Arrays.stream(Trigger.values()).map(trigger -> arguments(state, trigger)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_gcr_does_in_each_state_what_it_may_and_nothing_else(GcrState state, Trigger trigger) {
        var gcr = in(state);
        var before = gcr.snapshot();
        assertThat(before.state()).isEqualTo(state);
        var to = TABLE.get(trigger).get(state);
        var outcome = ask(gcr, trigger);
        if (to == null) {
            assertThat(outcome).isEqualTo(Outcome.refused(new Refusal.NotInThisState(trigger, state)));
            assertThat(gcr.snapshot()).isEqualTo(before);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(gcr.snapshot().state()).isEqualTo(to);
        }
        assertThat(state.allowed().contains(trigger)).isEqualTo(to != null);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_change_that_customers_are_told_raises_the_sequence_by_one(GcrState state, Trigger trigger) {
        var gcr = in(state);
        var before = gcr.snapshot().sequence();
        var told = ask(gcr, trigger) instanceof Outcome.Done(var events)
                && events.stream().anyMatch(GcrEvent.Noticed.class::isInstance);
        if (!told) {
            assertThat(gcr.snapshot().sequence()).isEqualTo(before);
        } else {
            assertThat(gcr.snapshot().sequence()).isEqualTo(before == null ? 0 : before + 1);
        }
    }

    private static List<GcrEvent> done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var events) -> events;
            case Outcome.Refused(var why) -> throw new AssertionError(why);
        };
    }

    @Test
    void an_alternate_window_takes_over_and_the_first_one_stays_as_what_it_was() {
        var gcr = in(GcrState.IN_PROGRESS);
        var events = done(gcr.invokeAlternate(null, RULES, NOW));
        assertThat(events)
                .contains(
                        new GcrEvent.OutcomeSet(1, ServiceOutcome.PENDING, ServiceOutcome.ALTERNATE_WINDOW),
                        new GcrEvent.WindowOpened(2));
        assertThat(gcr.snapshot().windows())
                .extracting(Window::state)
                .containsExactly(GcrState.ALTERNATE_INVOKED, GcrState.SCHEDULED);
        done(gcr.start(NOW));
        assertThat(gcr.invokeAlternate(null, RULES, NOW)).isEqualTo(Outcome.refused(new Refusal.NoAlternate()));
        done(gcr.complete(NOW));
        assertThat(gcr.snapshot().state()).isEqualTo(GcrState.COMPLETED);
    }

    @Test
    void an_alternate_window_that_began_is_none() {
        var gcr = in(GcrState.IN_PROGRESS);
        assertThat(gcr.invokeAlternate(null, RULES, NOW.plus(Duration.ofDays(11))))
                .isEqualTo(Outcome.refused(new Refusal.NoAlternate()));
    }

    @Test
    void a_gcr_of_two_nights_is_over_after_the_second() {
        var gcr = GcrFixture.with(
                GcrFixture.work(Designation.STANDARD, null),
                GcrFixture.window(1, Window.Kind.PRIMARY, GcrState.SCHEDULED, Duration.ofDays(10)),
                GcrFixture.window(2, Window.Kind.PRIMARY, GcrState.SCHEDULED, Duration.ofDays(11)),
                GcrFixture.window(3, Window.Kind.ALTERNATE, GcrState.PLANNED, Duration.ofDays(12)));
        done(gcr.start(NOW));
        assertThat(gcr.snapshot().windows())
                .extracting(Window::state)
                .containsExactly(GcrState.IN_PROGRESS, GcrState.SCHEDULED, GcrState.PLANNED);
        done(gcr.complete(NOW));
        assertThat(gcr.snapshot().state()).isEqualTo(GcrState.SCHEDULED);
        done(gcr.start(NOW));
        done(gcr.complete(NOW));
        assertThat(gcr.snapshot().state()).isEqualTo(GcrState.COMPLETED);
        assertThat(gcr.snapshot().windows().getLast().state()).isEqualTo(GcrState.CANCELLED);
    }

    @Test
    void the_clock_extends_a_running_window_once() {
        var gcr = in(GcrState.IN_PROGRESS);
        var end = at(Duration.ofDays(10)).end();
        assertThat(done(gcr.overrun(end.minusSeconds(1)))).isEmpty();
        assertThat(done(gcr.overrun(end))).hasSize(1);
        assertThat(gcr.snapshot().overrun()).isTrue();
        assertThat(done(gcr.overrun(end.plusSeconds(60)))).isEmpty();
        done(gcr.complete(end));
        assertThat(gcr.snapshot().windows().getFirst().overrun()).isTrue();
    }

    @Test
    void customers_are_reminded_at_the_times_that_are_still_to_come() {
        var gcr = in(GcrState.PLANNED);
        done(gcr.confirm(OUTAGE, RULES, NOW));
        var start = at(Duration.ofDays(10)).start();
        var first = start.minus(Duration.ofDays(3));
        assertThat(gcr.snapshot().windows().getFirst().nextReminderAt()).isEqualTo(first);
        assertThat(done(gcr.remind(RULES, first.minusSeconds(1)))).isEmpty();
        assertThat(done(gcr.remind(RULES, first))).containsExactly(new GcrEvent.ReminderDue(1));
        assertThat(gcr.snapshot().windows().getFirst().nextReminderAt()).isEqualTo(start.minus(Duration.ofDays(1)));
        assertThat(done(gcr.remind(RULES, start))).isEmpty();
        assertThat(gcr.snapshot().windows().getFirst().nextReminderAt()).isNull();
    }

    @Test
    void a_window_that_is_no_longer_scheduled_has_no_reminder() {
        var gcr = in(GcrState.PLANNED);
        done(gcr.confirm(OUTAGE, RULES, NOW));
        done(gcr.postpone(null, NOW));
        assertThat(gcr.snapshot().windows().getFirst().nextReminderAt()).isNull();
    }

    @Test
    void a_word_for_the_log_changes_nothing_else() {
        var gcr = in(GcrState.SCHEDULED);
        var before = gcr.snapshot();
        assertThat(done(gcr.say("The crew is on site.")))
                .containsExactly(new GcrEvent.UpdateAdded("The crew is on site."));
        assertThat(gcr.snapshot()).isEqualTo(before);
    }
}
