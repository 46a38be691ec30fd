package io.controlcenter.maintenance.changes.domain;

import static io.controlcenter.maintenance.changes.domain.Telling.because;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of the network, from plan to end (domain b.4). It decides what may happen to it and says what did; it knows no
 * clock, no database and no web. Refused, it has not changed.
 */
public final class Gcr {

    private final GcrSnapshot origin;
    private final Telling telling;
    private Schedule schedule;
    private boolean cancelled;

    private Gcr(GcrSnapshot origin) {
        this.origin = origin;
        this.schedule = new Schedule(origin.windows());
        this.telling = new Telling(origin.sequence(), origin.firstNoticeAt(), origin.noticedAt());
        this.cancelled = origin.state() == GcrState.CANCELLED;
    }

    public static Gcr of(GcrSnapshot snapshot) {
        return new Gcr(snapshot);
    }

    /** Nothing but an intention; windows and services come next. */
    public static Gcr draft(GcrNumber number, Work work, Instant now, String by) {
        return new Gcr(new GcrSnapshot(number, GcrState.PLANNED, work, List.of(), null, null, null, now, by, 0));
    }

    /** Called off it stays so, also where one of its windows was done. */
    private GcrState state() {
        return cancelled ? GcrState.CANCELLED : schedule.state();
    }

    public GcrSnapshot snapshot() {
        return new GcrSnapshot(
                origin.number(),
                state(),
                origin.work(),
                schedule.all(),
                telling.sequence(),
                telling.firstNoticeAt(),
                telling.noticedAt(),
                origin.createdAt(),
                origin.createdBy(),
                origin.version());
    }

    private Optional<Outcome> notAllowed(Trigger trigger) {
        return state().allowed().contains(trigger)
                ? Optional.empty()
                : Optional.of(Outcome.refused(new Refusal.NotInThisState(trigger, state())));
    }

    private Running running() {
        return new Running(origin.number(), origin.work(), schedule, telling);
    }

    /** Other services are going to be chosen; once customers know of it, the choice is told as a {@link #revise revision}. */
    public Outcome reselect() {
        return notAllowed(Trigger.EDIT).orElseGet(() -> Outcome.done(new GcrEvent.Reselected()));
    }

    /** Other services were chosen after customers were told; whom that concerns is told. */
    public Outcome revise(Revision revision, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.EDIT)
                .or(() -> announcement(revision.affected(), rules, now)
                        .unfit(revision, toPublish())
                        .map(Outcome::refused))
                .orElseGet(() -> revision.changed() ? Outcome.done(revised(now)) : Outcome.done());
    }

    private GcrEvent revised(Instant now) {
        var kind =
                switch (state()) {
                    case TENTATIVE -> NoticeKind.TENTATIVE;
                    case POSTPONED -> NoticeKind.POSTPONED;
                    default -> first();
                };
        return telling.tell(kind, "The list of affected services has changed.", new Whom.Changed(), now);
    }

    private NoticeKind first() {
        return origin.work().isEmergency() ? NoticeKind.EMERGENCY : NoticeKind.SCHEDULED;
    }

    /** All windows anew: at will in a plan; once customers know of them, what is not wanted any more is called off. */
    public Outcome plan(List<Wish> wishes, Affected affected, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.EDIT)
                .orElseGet(
                        () -> state() == GcrState.PLANNED ? planned(wishes) : replanned(wishes, affected, rules, now));
    }

    private Outcome planned(List<Wish> wishes) {
        var refusal = Schedule.unfit(wishes);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var next = Schedule.planned(wishes);
        return next.overlap(origin.number()).map(Outcome::refused).orElseGet(() -> {
            var first = schedule.all().isEmpty();
            schedule = next;
            return Outcome.done(first ? new GcrEvent.Planned() : new GcrEvent.Replanned());
        });
    }

    private Outcome replanned(List<Wish> wishes, Affected affected, NoticeRules rules, Instant now) {
        var kind = state() == GcrState.TENTATIVE ? NoticeKind.TENTATIVE : NoticeKind.RESCHEDULED;
        var rescheduling = rescheduling(affected, rules, now);
        return rescheduling
                .replace(wishes.stream().map(Wish::move).toList())
                .map(Outcome::refused)
                .orElseGet(() -> moved(rescheduling, kind, "The windows of this maintenance have changed.", now));
    }

    public Outcome propose(Affected affected, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.PROPOSE).or(() -> unfit(affected, rules, now)).orElseGet(() -> {
            schedule.change(toPublish(), window -> window.in(GcrState.TENTATIVE));
            var text = "This maintenance is planned; its time is tentative.";
            return Outcome.done(telling.tellEverybody(NoticeKind.TENTATIVE, text, now));
        });
    }

    public Outcome confirm(Affected affected, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.CONFIRM).or(() -> unfit(affected, rules, now)).orElseGet(() -> {
            schedule.change(toPublish(), window -> window.scheduled(window.times(), rules, now));
            return Outcome.done(telling.tellEverybody(first(), "This maintenance is scheduled.", now));
        });
    }

    private List<Window> toPublish() {
        return schedule.which(window -> window.state().isOpen() && !window.isStandby());
    }

    private Optional<Outcome> unfit(Affected affected, NoticeRules rules, Instant now) {
        var since = telling.firstNoticeAt();
        return announcement(affected, rules, now)
                .unfit(toPublish(), since == null ? now : since)
                .map(Outcome::refused);
    }

    private Announcement announcement(Affected affected, NoticeRules rules, Instant now) {
        return new Announcement(origin.number(), origin.work(), affected, rules, now);
    }

    private Rescheduling rescheduling(Affected affected, NoticeRules rules, Instant now) {
        return new Rescheduling(schedule, announcement(affected, rules, now), telling.firstNoticeAt());
    }

    private Outcome moved(Rescheduling done, NoticeKind kind, String text, Instant now) {
        schedule = done.result();
        var events = new ArrayList<>(done.events());
        events.add(telling.tellEverybody(kind, text, now));
        return new Outcome.Done(events);
    }

    /** New times for windows that did not begin yet, or windows on top; the number of the GCR stays. */
    public Outcome reschedule(
            List<Move> moves, @Nullable String why, Affected affected, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.RESCHEDULE).orElseGet(() -> {
            var rescheduling = rescheduling(affected, rules, now);
            var text = because("This maintenance has a new time", why);
            return rescheduling
                    .apply(moves)
                    .map(Outcome::refused)
                    .orElseGet(() -> moved(rescheduling, NoticeKind.RESCHEDULED, text, now));
        });
    }

    public Outcome postpone(@Nullable String why, Instant now) {
        return notAllowed(Trigger.POSTPONE)
                .orElseGet(() ->
                        putOff(schedule.in(GcrState.SCHEDULED), because("This maintenance is postponed", why), now));
    }

    private Outcome putOff(List<Window> windows, String text, Instant now) {
        var events = new ArrayList<>(schedule.end(windows, GcrState.POSTPONED, ServiceOutcome.POSTPONED));
        events.add(telling.tellEverybody(NoticeKind.POSTPONED, text + " Updated notifications will be sent.", now));
        return new Outcome.Done(events);
    }

    public Outcome cancel(@Nullable String why, Instant now) {
        return notAllowed(Trigger.CANCEL)
                .orElseGet(() -> calledOff(because("This maintenance has been cancelled", why), now));
    }

    private Outcome calledOff(String text, Instant now) {
        var windows = schedule.in(GcrState.TENTATIVE, GcrState.SCHEDULED, GcrState.POSTPONED);
        var events = new ArrayList<>(schedule.end(windows, GcrState.CANCELLED, ServiceOutcome.CANCELLED));
        schedule.releaseStandby();
        cancelled = true;
        events.add(telling.tellEverybody(NoticeKind.CANCELLED, text, now));
        return new Outcome.Done(events);
    }

    /** Work does not begin long before customers expect it; an emergency may. */
    public Outcome start(NoticeRules rules, Instant now) {
        return notAllowed(Trigger.START).orElseGet(() -> running().start(rules, now));
    }

    /** @param leftOver whether the work for some services is left for the alternate window */
    public Outcome complete(boolean leftOver, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.COMPLETE).orElseGet(() -> running().complete(leftOver, rules, now));
    }

    public Outcome notComplete(@Nullable String why, Instant now) {
        return notAllowed(Trigger.NOT_COMPLETE).orElseGet(() -> running().notComplete(why, now));
    }

    public Outcome invokeAlternate(@Nullable String why, NoticeRules rules, Instant now) {
        return notAllowed(Trigger.INVOKE_ALTERNATE).orElseGet(() -> running().invokeAlternate(why, rules, now));
    }

    /** The clock says that a window is over, and work goes on. */
    public Outcome overrun(Instant now) {
        return running().overrun(now);
    }

    /** The clock says that it is time to remind customers. */
    public Outcome remind(NoticeRules rules, Instant now) {
        return running().remind(rules, now);
    }

    /** The clock says that windows have passed in which nobody worked: they wait for a new time, proposals for none. */
    public Outcome lapse(Instant now) {
        var passed = schedule.which(
                window -> window.state() == GcrState.SCHEDULED && !window.end().isAfter(now));
        if (!passed.isEmpty()) {
            return putOff(passed, "The window has passed and the work did not begin.", now);
        }
        var proposed = schedule.in(GcrState.TENTATIVE);
        return proposed.isEmpty()
                        || proposed.stream().anyMatch(window -> window.end().isAfter(now))
                ? Outcome.done()
                : calledOff("The proposed time has passed and the maintenance was not confirmed.", now);
    }

    /** A word on how it goes; nothing else changes, so nobody is woken by it. */
    public Outcome say(String text) {
        return Outcome.done(new GcrEvent.UpdateAdded(text));
    }
}
