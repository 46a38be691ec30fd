package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a ticket has come (the states of domain b.3), with the restore clock, which the steps stop and start.
 *
 * @param resolution null unless the provider says that the service works
 * @param endedAt when it was closed or cancelled
 */
record Course(
        TicketState state,
        Timing timing,
        @Nullable Resolution resolution,
        @Nullable Instant endedAt) {

    Taken<Course> pend(String note, Instant at) {
        return step(
                Step.PEND,
                next -> note.isBlank()
                        ? Taken.refused(new Refusal.WordsMissing("/note"))
                        : moved(next, timing.pause(Pause.Kind.CUSTOMER, note, at), note));
    }

    Taken<Course> resume(@Nullable String note, Instant at) {
        return step(Step.RESUME, next -> moved(next, timing.resume(at), note));
    }

    Taken<Course> resolve(@Nullable RootCause cause, String note, Instant at) {
        return step(
                Step.RESOLVE,
                next -> cause == null || note.isBlank()
                        ? Taken.refused(new Refusal.WordsMissing(cause == null ? "/rootCause" : "/note"))
                        : resolved(next, new Resolution(cause, note, at)));
    }

    /** Restored, as far as the provider knows. */
    Taken.Made<Course> resolved(TicketState next, Resolution how) {
        return Taken.made(
                new Course(next, timing.restored(how.at()), how, endedAt),
                change(next, null),
                new TicketEvent.Resolved(how));
    }

    Taken<Course> close(Instant at) {
        return close(false, at);
    }

    Taken<Course> closeUnanswered(Duration silence, Instant at) {
        return resolution == null || resolution.at().plus(silence).isAfter(at)
                ? Taken.refused(notNow(Step.CLOSE))
                : close(true, at);
    }

    private Taken<Course> close(boolean byItself, Instant at) {
        return step(
                Step.CLOSE, next -> Taken.made(ended(next, at), change(next, null), new TicketEvent.Closed(byItself)));
    }

    Taken<Course> reopen(String reason, Instant at) {
        return step(
                Step.REOPEN,
                next -> reason.isBlank()
                        ? Taken.refused(new Refusal.WordsMissing("/reason"))
                        : Taken.made(
                                new Course(next, timing.resume(at), null, endedAt),
                                change(next, reason),
                                new TicketEvent.Reopened(reason)));
    }

    Taken<Course> cancel(@Nullable String reason, Instant at) {
        var because = "The customer asked for cancellation";
        return step(Step.CANCEL, next -> moved(next, timing.pause(Pause.Kind.CANCELLATION, because, at), reason));
    }

    Taken<Course> confirmCancellation(Instant at) {
        return step(
                Step.CONFIRM_CANCELLATION,
                next -> Taken.made(ended(next, at), change(next, null), new TicketEvent.Cancelled()));
    }

    /** The highest warning that the clock justifies and that was not given. */
    Taken<Course> warn(Instant at) {
        var clock = timing.clock();
        var percent = clock.reachedPercent(at);
        return clock.runningSince() == null || percent <= clock.toldPercent()
                ? Taken.made(this)
                : Taken.made(with(timing.told(percent)), new TicketEvent.RestoreTargetAtRisk(percent));
    }

    /** In another state, the clock and all else as before. */
    Taken.Made<Course> in(TicketState next) {
        return moved(next, timing, null);
    }

    Course with(Timing changed) {
        return new Course(state, changed, resolution, endedAt);
    }

    private Taken.Made<Course> moved(TicketState next, Timing then, @Nullable String reason) {
        return Taken.made(new Course(next, then, resolution, endedAt), change(next, reason));
    }

    private Course ended(TicketState next, Instant at) {
        return new Course(next, timing.end(at), resolution, at);
    }

    private TicketEvent change(TicketState next, @Nullable String reason) {
        return new TicketEvent.StateChanged(state, next, reason);
    }

    private Taken<Course> step(Step step, Function<TicketState, Taken<Course>> then) {
        return state.after(step).map(then).orElseGet(() -> Taken.refused(notNow(step)));
    }

    Refusal notNow(Step step) {
        return new Refusal.NotInThisState(step, state);
    }
}
