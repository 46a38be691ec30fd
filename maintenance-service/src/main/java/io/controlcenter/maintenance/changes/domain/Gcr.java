package io.controlcenter.maintenance.changes.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A change of the network, from plan to end (domain b.4). It decides what may happen to it and says what did; it knows no
 * clock, no database and no web. Refused, it has not changed.
 */
public final class Gcr {

    private final GcrSnapshot origin;
    private Schedule schedule;
    private @Nullable Integer sequence;
    private @Nullable Instant firstNoticeAt;
    private @Nullable Instant noticedAt;

    /** A window as it is wanted in a plan. */
    public record Wish(Window.Kind kind, Times times) {}

    private Gcr(GcrSnapshot origin) {
        this.origin = origin;
        this.schedule = new Schedule(origin.windows());
        this.sequence = origin.sequence();
        this.firstNoticeAt = origin.firstNoticeAt();
        this.noticedAt = origin.noticedAt();
    }

    public static Gcr of(GcrSnapshot snapshot) {
        return new Gcr(snapshot);
    }

    /** Nothing but an intention; windows and services come next. */
    public static Gcr draft(GcrNumber number, Work work, Instant now, String by) {
        return new Gcr(new GcrSnapshot(number, GcrState.PLANNED, work, List.of(), null, null, null, now, by, 0));
    }

    public GcrSnapshot snapshot() {
        return new GcrSnapshot(
                origin.number(),
                schedule.state(),
                origin.work(),
                schedule.all(),
                sequence,
                firstNoticeAt,
                noticedAt,
                origin.createdAt(),
                origin.createdBy(),
                origin.version());
    }

    private Optional<Outcome> notAllowed(Trigger trigger) {
        var state = schedule.state();
        return state.allowed().contains(trigger)
                ? Optional.empty()
                : Optional.of(Outcome.refused(new Refusal.NotInThisState(trigger, state)));
    }

    /** Other services are going to be chosen, which only a plan allows. */
    public Outcome reselect() {
        return notAllowed(Trigger.EDIT).orElseGet(() -> Outcome.done(new GcrEvent.Reselected()));
    }

    public Outcome plan(List<Wish> wishes) {
        return notAllowed(Trigger.EDIT).orElseGet(() -> planned(wishes));
    }

    private Outcome planned(List<Wish> wishes) {
        var bad = IntStream.range(0, wishes.size())
                .filter(i -> !wishes.get(i).times().isForward())
                .findFirst();
        if (bad.isPresent()) {
            return Outcome.refused(new Refusal.EndNotAfterStart(bad.getAsInt()));
        }
        if (wishes.stream().noneMatch(wish -> wish.kind() == Window.Kind.PRIMARY)) {
            return Outcome.refused(new Refusal.NoWindow());
        }
        var next = Schedule.planned(wishes);
        return next.overlap(origin.number()).map(Outcome::refused).orElseGet(() -> {
            var first = schedule.all().isEmpty();
            schedule = next;
            return Outcome.done(first ? new GcrEvent.Planned() : new GcrEvent.Replanned());
        });
    }

    public Outcome propose(Affected affected, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.PROPOSE).or(() -> unfit(affected, rules, now)).orElseGet(() -> {
            schedule.change(toPublish(), window -> window.in(GcrState.TENTATIVE));
            return Outcome.done(told(NoticeKind.TENTATIVE, "This maintenance is planned; its time is tentative.", now));
        });
    }

    public Outcome confirm(Affected affected, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.CONFIRM).or(() -> unfit(affected, rules, now)).orElseGet(() -> {
            schedule.change(toPublish(), window -> window.scheduled(window.times(), rules, now));
            var kind = origin.work().isEmergency() ? NoticeKind.EMERGENCY : NoticeKind.SCHEDULED;
            return Outcome.done(told(kind, "This maintenance is scheduled.", now));
        });
    }

    private List<Window> toPublish() {
        return schedule.which(window -> window.state().isOpen() && !window.isStandby());
    }

    private Optional<Outcome> unfit(Affected affected, NoticeRules rules, Instant now) {
        return announcement(affected, rules, now)
                .unfit(toPublish(), firstNoticeAt == null ? now : firstNoticeAt)
                .map(Outcome::refused);
    }

    private Announcement announcement(Affected affected, NoticeRules rules, Instant now) {
        return new Announcement(origin.number(), origin.work(), affected, rules, now);
    }

    /** New times for windows that did not begin yet, or windows on top; the number of the GCR stays. */
    public Outcome reschedule(
            List<Move> moves, @Nullable String why, Affected affected, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.RESCHEDULE).orElseGet(() -> {
            var rescheduling = new Rescheduling(schedule, announcement(affected, rules, now), firstNoticeAt);
            return rescheduling.apply(moves).map(Outcome::refused).orElseGet(() -> {
                schedule = rescheduling.result();
                var events = new ArrayList<>(rescheduling.events());
                events.add(told(NoticeKind.RESCHEDULED, because("This maintenance has a new time", why), now));
                return new Outcome.Done(events);
            });
        });
    }

    public Outcome postpone(@Nullable String why, Instant now) {
        return notAllowed(Trigger.POSTPONE)
                .orElseGet(() -> end(
                        schedule.in(GcrState.SCHEDULED),
                        GcrState.POSTPONED,
                        ServiceOutcome.POSTPONED,
                        told(
                                NoticeKind.POSTPONED,
                                because("This maintenance is postponed", why) + " Updated notifications will be sent.",
                                now)));
    }

    public Outcome cancel(@Nullable String why, Instant now) {
        return notAllowed(Trigger.CANCEL)
                .orElseGet(() -> end(
                        schedule.in(GcrState.TENTATIVE, GcrState.SCHEDULED, GcrState.POSTPONED),
                        GcrState.CANCELLED,
                        ServiceOutcome.CANCELLED,
                        told(NoticeKind.CANCELLED, because("This maintenance has been cancelled", why), now)));
    }

    public Outcome start(Instant now) {
        return notAllowed(Trigger.START).orElseGet(() -> {
            schedule.change(schedule.in(GcrState.SCHEDULED).subList(0, 1), window -> window.in(GcrState.IN_PROGRESS));
            return Outcome.done(told(NoticeKind.STARTED, "The scheduled maintenance work has begun.", now));
        });
    }

    public Outcome complete(Instant now) {
        return notAllowed(Trigger.COMPLETE)
                .orElseGet(() -> end(
                        schedule.in(GcrState.IN_PROGRESS),
                        GcrState.COMPLETED,
                        ServiceOutcome.COMPLETED,
                        told(NoticeKind.COMPLETED, "The scheduled maintenance window has ended.", now)));
    }

    public Outcome notComplete(@Nullable String why, Instant now) {
        return notAllowed(Trigger.NOT_COMPLETE)
                .orElseGet(() -> end(
                        schedule.in(GcrState.IN_PROGRESS),
                        GcrState.NOT_COMPLETED,
                        ServiceOutcome.NOT_COMPLETED,
                        told(NoticeKind.NOT_COMPLETED, because("The work could not be completed", why), now)));
    }

    private Outcome end(List<Window> windows, GcrState state, ServiceOutcome outcome, GcrEvent notice) {
        var events = new ArrayList<GcrEvent>();
        for (var window : windows) {
            var was = window.state() == GcrState.POSTPONED ? ServiceOutcome.POSTPONED : ServiceOutcome.PENDING;
            schedule.put(window.in(state));
            events.add(new GcrEvent.OutcomeSet(window.number(), was, outcome));
        }
        schedule.releaseStandby();
        events.add(notice);
        return new Outcome.Done(events);
    }

    public Outcome invokeAlternate(@Nullable String why, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.INVOKE_ALTERNATE)
                .orElseGet(() -> schedule
                        .which(window -> window.isStandby() && window.start().isAfter(now))
                        .stream()
                        .findFirst()
                        .map(alternate -> invoked(alternate, why, rules, now))
                        .orElseGet(() -> Outcome.refused(new Refusal.NoAlternate())));
    }

    private Outcome invoked(Window alternate, @Nullable String why, NoticeRules rules, Instant now) {
        var current = schedule.in(GcrState.IN_PROGRESS).getFirst();
        schedule.put(current.in(GcrState.ALTERNATE_INVOKED));
        schedule.put(alternate.scheduled(alternate.times(), rules, now));
        var text = because("The work could not be completed and moves to the alternate window", why);
        return Outcome.done(
                new GcrEvent.OutcomeSet(current.number(), ServiceOutcome.PENDING, ServiceOutcome.ALTERNATE_WINDOW),
                new GcrEvent.WindowOpened(alternate.number()),
                told(NoticeKind.ALTERNATE_WINDOW, text, now));
    }

    /** The clock says that a window is over, and work goes on. */
    public Outcome overrun(Instant now) {
        var over = schedule.which(window -> window.state() == GcrState.IN_PROGRESS
                && !window.overrun()
                && !window.end().isAfter(now));
        if (over.isEmpty()) {
            return Outcome.done();
        }
        schedule.change(over, Window::overran);
        return Outcome.done(told(NoticeKind.EXTENDED, "The window has passed and the work goes on.", now));
    }

    /** The clock says that it is time to remind customers; of a window that began meanwhile nobody is reminded. */
    public Outcome remind(NoticeRules rules, Instant now) {
        var due = schedule.which(window ->
                window.nextReminderAt() != null && !window.nextReminderAt().isAfter(now));
        schedule.change(due, window -> window.remindedAt(now, rules));
        return new Outcome.Done(due.stream()
                .filter(window -> window.start().isAfter(now))
                .<GcrEvent>map(window -> new GcrEvent.ReminderDue(window.number()))
                .toList());
    }

    /** A word on how it goes; nothing else changes, so nobody is woken by it. */
    public Outcome say(String text) {
        return Outcome.done(new GcrEvent.UpdateAdded(text));
    }

    private GcrEvent told(NoticeKind kind, String text, Instant now) {
        sequence = sequence == null ? 0 : sequence + 1;
        firstNoticeAt = firstNoticeAt == null ? now : firstNoticeAt;
        noticedAt = now;
        return new GcrEvent.Noticed(kind, text);
    }

    private static String because(String what, @Nullable String why) {
        return why == null || why.isBlank() ? what + "." : what + ": " + why.strip() + ".";
    }
}
