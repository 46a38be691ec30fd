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
            Trigger.EDIT,
                    Map.of(
                            GcrState.PLANNED,
                            GcrState.PLANNED,
                            GcrState.TENTATIVE,
                            GcrState.TENTATIVE,
                            GcrState.SCHEDULED,
                            GcrState.SCHEDULED,
                            GcrState.POSTPONED,
                            GcrState.SCHEDULED),
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
        var wish = new Wish(1, Window.Kind.PRIMARY, at(Duration.ofDays(12)));
        var begin = at(Duration.ofDays(10)).start();
        var present = gcr.snapshot().state();
        var moved = present == GcrState.NOT_COMPLETED ? null : 1;
        return switch (trigger) {
            case EDIT -> gcr.plan(List.of(wish), OUTAGE, RULES, NOW);
            case PROPOSE -> gcr.propose(OUTAGE, RULES, NOW);
            case CONFIRM -> gcr.confirm(OUTAGE, RULES, NOW);
            case RESCHEDULE ->
                gcr.reschedule(List.of(new Move(moved, at(Duration.ofDays(12)))), "permit", OUTAGE, RULES, NOW);
            case POSTPONE -> gcr.postpone("vendor", NOW);
            case CANCEL -> gcr.cancel("no need", NOW);
            case START -> gcr.start(RULES, begin);
            case COMPLETE -> gcr.complete(false, RULES, NOW);
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
                        new GcrEvent.WindowRelieved(1, 2));
        assertThat(gcr.snapshot().windows())
                .extracting(Window::state)
                .containsExactly(GcrState.ALTERNATE_INVOKED, GcrState.SCHEDULED);
        done(gcr.start(RULES, NOW.plus(Duration.ofDays(11))));
        assertThat(gcr.invokeAlternate(null, RULES, NOW)).isEqualTo(Outcome.refused(new Refusal.NoAlternate()));
        done(gcr.complete(false, RULES, NOW));
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
        done(gcr.start(RULES, NOW.plus(Duration.ofDays(11))));
        assertThat(gcr.snapshot().windows())
                .extracting(Window::state)
                .containsExactly(GcrState.IN_PROGRESS, GcrState.SCHEDULED, GcrState.PLANNED);
        done(gcr.complete(false, RULES, NOW));
        assertThat(gcr.snapshot().state()).isEqualTo(GcrState.SCHEDULED);
        done(gcr.start(RULES, NOW.plus(Duration.ofDays(11))));
        done(gcr.complete(false, RULES, NOW));
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
        done(gcr.complete(false, RULES, end));
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
    void work_does_not_begin_long_before_its_window_but_for_an_emergency() {
        var start = at(Duration.ofDays(10)).start();
        var early = start.minus(RULES.earlyStart());
        var gcr = in(GcrState.SCHEDULED);
        assertThat(gcr.start(RULES, early.minusSeconds(1)))
                .isEqualTo(Outcome.refused(new Refusal.TooEarly("123456789-1", early)));
        assertThat(gcr.start(RULES, early)).isInstanceOf(Outcome.Done.class);
        var window = GcrFixture.window(1, Window.Kind.PRIMARY, GcrState.SCHEDULED, Duration.ofDays(10));
        assertThat(GcrFixture.with(GcrFixture.work(Designation.EMERGENCY, "fire"), window)
                        .start(RULES, NOW))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_window_in_which_nobody_worked_is_put_off_by_the_clock_when_it_has_passed() {
        var gcr = in(GcrState.SCHEDULED);
        var end = at(Duration.ofDays(10)).end();
        assertThat(done(gcr.lapse(end.minusSeconds(1)))).isEmpty();
        assertThat(done(gcr.lapse(end)))
                .contains(new GcrEvent.OutcomeSet(1, ServiceOutcome.PENDING, ServiceOutcome.POSTPONED))
                .last()
                .isInstanceOfSatisfying(
                        GcrEvent.Noticed.class, told -> assertThat(told.kind()).isEqualTo(NoticeKind.POSTPONED));
        assertThat(gcr.snapshot().state()).isEqualTo(GcrState.POSTPONED);
        assertThat(done(gcr.lapse(end))).isEmpty();
    }

    @Test
    void a_proposal_that_nobody_confirmed_is_called_off_by_the_clock_when_all_its_windows_have_passed() {
        var gcr = GcrFixture.with(
                GcrFixture.work(Designation.STANDARD, null),
                GcrFixture.window(1, Window.Kind.PRIMARY, GcrState.TENTATIVE, Duration.ofDays(10)),
                GcrFixture.window(2, Window.Kind.PRIMARY, GcrState.TENTATIVE, Duration.ofDays(12)));
        assertThat(done(gcr.lapse(at(Duration.ofDays(10)).end()))).isEmpty();
        assertThat(done(gcr.lapse(at(Duration.ofDays(12)).end()))).isNotEmpty();
        assertThat(gcr.snapshot().state()).isEqualTo(GcrState.CANCELLED);
    }

    @Test
    void what_is_cancelled_stays_so_with_a_window_of_it_done() {
        var gcr = GcrFixture.with(
                GcrFixture.work(Designation.STANDARD, null),
                GcrFixture.window(1, Window.Kind.PRIMARY, GcrState.SCHEDULED, Duration.ofDays(10)),
                GcrFixture.window(2, Window.Kind.PRIMARY, GcrState.SCHEDULED, Duration.ofDays(11)));
        done(gcr.start(RULES, at(Duration.ofDays(10)).start()));
        done(gcr.complete(false, RULES, at(Duration.ofDays(10)).end()));
        done(gcr.cancel("no need", NOW));
        assertThat(gcr.snapshot().state()).isEqualTo(GcrState.CANCELLED);
        assertThat(Gcr.of(gcr.snapshot()).snapshot().state()).isEqualTo(GcrState.CANCELLED);
        assertThat(gcr.snapshot().windows())
                .extracting(Window::state)
                .containsExactly(GcrState.COMPLETED, GcrState.CANCELLED);
    }

    @Test
    void what_is_left_over_is_done_in_the_alternate_window() {
        var gcr = in(GcrState.IN_PROGRESS);
        var events = done(gcr.complete(true, RULES, NOW));
        assertThat(events)
                .contains(
                        new GcrEvent.OutcomeSet(1, ServiceOutcome.PENDING, ServiceOutcome.COMPLETED),
                        new GcrEvent.WindowRelieved(1, 2));
        assertThat(gcr.snapshot().state()).isEqualTo(GcrState.SCHEDULED);
        done(gcr.start(RULES, at(Duration.ofDays(11)).start()));
        assertThat(gcr.complete(true, RULES, NOW)).isEqualTo(Outcome.refused(new Refusal.NoAlternate()));
    }

    @Test
    void windows_that_customers_know_of_are_moved_added_and_called_off() {
        var gcr = GcrFixture.with(
                GcrFixture.work(Designation.STANDARD, null),
                GcrFixture.window(1, Window.Kind.PRIMARY, GcrState.SCHEDULED, Duration.ofDays(10)),
                GcrFixture.window(2, Window.Kind.PRIMARY, GcrState.SCHEDULED, Duration.ofDays(11)),
                GcrFixture.window(3, Window.Kind.ALTERNATE, GcrState.PLANNED, Duration.ofDays(12)));
        var events = done(gcr.plan(
                List.of(
                        new Wish(1, Window.Kind.PRIMARY, at(Duration.ofDays(15))),
                        new Wish(Window.Kind.PRIMARY, at(Duration.ofDays(16))),
                        new Wish(Window.Kind.ALTERNATE, at(Duration.ofDays(17)))),
                OUTAGE,
                RULES,
                NOW));
        assertThat(events)
                .contains(
                        new GcrEvent.WindowOpened(4),
                        new GcrEvent.OutcomeSet(2, ServiceOutcome.PENDING, ServiceOutcome.CANCELLED));
        assertThat(gcr.snapshot().windows())
                .extracting(Window::state)
                .containsExactly(
                        GcrState.SCHEDULED,
                        GcrState.CANCELLED,
                        GcrState.CANCELLED,
                        GcrState.SCHEDULED,
                        GcrState.PLANNED);
        assertThat(gcr.snapshot().sequence()).isEqualTo(1);
    }

    @Test
    void services_that_join_have_their_notice_too() {
        var gcr = in(GcrState.SCHEDULED);
        var later = NOW.plus(Duration.ofDays(5));
        assertThat(gcr.revise(new Revision(OUTAGE, true, true), RULES, later))
                .isEqualTo(Outcome.refused(new Refusal.NoticeTooShort(later.plus(RULES.notice()))));
        assertThat(gcr.revise(new Revision(new Affected(0, false), true, false), RULES, later))
                .isEqualTo(Outcome.refused(new Refusal.NoServices()));
        assertThat(done(gcr.revise(new Revision(OUTAGE, false, false), RULES, later)))
                .isEmpty();
        assertThat(done(gcr.revise(new Revision(OUTAGE, true, false), RULES, later)))
                .singleElement()
                .isInstanceOfSatisfying(
                        GcrEvent.Noticed.class, told -> assertThat(told.whom()).isEqualTo(new Whom.Changed()));
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
