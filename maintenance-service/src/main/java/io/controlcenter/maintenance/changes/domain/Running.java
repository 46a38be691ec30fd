package io.controlcenter.maintenance.changes.domain;

import static io.controlcenter.maintenance.changes.domain.Telling.because;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The work itself, window by window: begun, ended this way or that, and watched by the clock. */
final class Running {

    private final GcrNumber number;
    private final Work work;
    private final Schedule schedule;
    private final Telling telling;

    Running(GcrNumber number, Work work, Schedule schedule, Telling telling) {
        this.number = number;
        this.work = work;
        this.schedule = schedule;
        this.telling = telling;
    }

    /** Work does not begin long before customers expect it; an emergency may. */
    Outcome start(NoticeRules rules, Instant now) {
        var next = schedule.in(GcrState.SCHEDULED).getFirst();
        var earliest = next.start().minus(rules.earlyStart());
        if (now.isBefore(earliest) && !work.isEmergency()) {
            return Outcome.refused(new Refusal.TooEarly(number.windowId(next.number()), earliest));
        }
        schedule.put(next.in(GcrState.IN_PROGRESS));
        return Outcome.done(tell(NoticeKind.STARTED, "The scheduled maintenance work has begun.", next, now));
    }

    Outcome complete(boolean leftOver, NoticeRules rules, Instant now) {
        var text = "The scheduled maintenance window has ended.";
        return leftOver
                ? relieve(
                        GcrState.COMPLETED,
                        ServiceOutcome.COMPLETED,
                        NoticeKind.COMPLETED,
                        text + " What is left is done in the alternate window.",
                        rules,
                        now)
                : end(GcrState.COMPLETED, ServiceOutcome.COMPLETED, NoticeKind.COMPLETED, text, now);
    }

    Outcome notComplete(@Nullable String why, Instant now) {
        return end(
                GcrState.NOT_COMPLETED,
                ServiceOutcome.NOT_COMPLETED,
                NoticeKind.NOT_COMPLETED,
                because("The work could not be completed", why),
                now);
    }

    Outcome invokeAlternate(@Nullable String why, NoticeRules rules, Instant now) {
        return relieve(
                GcrState.ALTERNATE_INVOKED,
                ServiceOutcome.ALTERNATE_WINDOW,
                NoticeKind.ALTERNATE_WINDOW,
                because("The work could not be completed and moves to the alternate window", why),
                rules,
                now);
    }

    private Outcome end(GcrState state, ServiceOutcome outcome, NoticeKind kind, String text, Instant now) {
        var window = schedule.in(GcrState.IN_PROGRESS).getFirst();
        var events = new ArrayList<>(schedule.end(List.of(window), state, outcome));
        schedule.releaseStandby();
        events.add(tell(kind, text, window, now));
        return new Outcome.Done(events);
    }

    /** The window ends like this, and what is left of it is done in the first reserve that did not begin yet. */
    private Outcome relieve(
            GcrState state, ServiceOutcome outcome, NoticeKind kind, String text, NoticeRules rules, Instant now) {
        var reserve =
                schedule.which(window -> window.isStandby() && window.start().isAfter(now));
        if (reserve.isEmpty()) {
            return Outcome.refused(new Refusal.NoAlternate());
        }
        var alternate = reserve.getFirst();
        var current = schedule.in(GcrState.IN_PROGRESS).getFirst();
        var events = new ArrayList<>(schedule.end(List.of(current), state, outcome));
        schedule.put(alternate.scheduled(alternate.times(), rules, now));
        events.add(new GcrEvent.WindowRelieved(current.number(), alternate.number()));
        events.add(tell(kind, text, current, now));
        return new Outcome.Done(events);
    }

    /** A window is over, and work goes on. */
    Outcome overrun(Instant now) {
        var over = schedule.which(window -> window.state() == GcrState.IN_PROGRESS
                && !window.overrun()
                && !window.end().isAfter(now));
        if (over.isEmpty()) {
            return Outcome.done();
        }
        schedule.change(over, Window::overran);
        var text = "The window has passed and the work goes on.";
        return Outcome.done(tell(NoticeKind.EXTENDED, text, over.getFirst(), now));
    }

    /** It is time to remind customers; of a window that began meanwhile nobody is reminded. */
    Outcome remind(NoticeRules rules, Instant now) {
        var due = schedule.which(window ->
                window.nextReminderAt() != null && !window.nextReminderAt().isAfter(now));
        schedule.change(due, window -> window.remindedAt(now, rules));
        return new Outcome.Done(due.stream()
                .filter(window -> window.start().isAfter(now))
                .<GcrEvent>map(window -> new GcrEvent.ReminderDue(window.number()))
                .toList());
    }

    private GcrEvent tell(NoticeKind kind, String text, Window window, Instant now) {
        return telling.tell(kind, text, new Whom.OfWindow(window.number()), now);
    }
}
