package io.controlcenter.maintenance.changes.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** New times for windows that did not begin yet, or windows on top, tried on a copy of the schedule. */
final class Rescheduling {

    private final Schedule next;
    private final boolean tentative;
    private final Announcement announcement;
    private final @Nullable Instant firstNoticeAt;
    private final List<GcrEvent> events = new ArrayList<>();
    private final Set<Integer> named = new HashSet<>();

    Rescheduling(Schedule present, Announcement announcement, @Nullable Instant firstNoticeAt) {
        this.next = present.copy();
        this.tentative = present.state() == GcrState.TENTATIVE;
        this.announcement = announcement;
        this.firstNoticeAt = firstNoticeAt;
    }

    Schedule result() {
        return next;
    }

    List<GcrEvent> events() {
        return events;
    }

    /** What no move names stays as it is, and a move that names no window takes the first that waits for a time. */
    Optional<Refusal> apply(List<Move> moves) {
        name(moves);
        return all(moves, true).or(this::incomplete);
    }

    /** What no move names is called off, and a move that names no window is a window more. */
    Optional<Refusal> replace(List<Move> moves) {
        name(moves);
        var refusal = all(moves, false);
        if (refusal.isPresent()) {
            return refusal;
        }
        next.which(window -> window.state().isOpen() && window.state() != GcrState.IN_PROGRESS).stream()
                .filter(window -> !named.contains(window.number()))
                .forEach(this::callOff);
        return incomplete();
    }

    private void name(List<Move> moves) {
        for (var move : moves) {
            if (move.window() != null) {
                named.add(move.window());
            }
        }
    }

    private void callOff(Window window) {
        if (window.isStandby()) {
            next.put(window.in(GcrState.CANCELLED));
        } else {
            events.addAll(next.end(List.of(window), GcrState.CANCELLED, ServiceOutcome.CANCELLED));
        }
    }

    private Optional<Refusal> all(List<Move> moves, boolean toWaiting) {
        for (int i = 0; i < moves.size(); i++) {
            var refusal = apply(moves.get(i), i, toWaiting);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> incomplete() {
        return next.in(tentative ? GcrState.TENTATIVE : GcrState.SCHEDULED).isEmpty()
                ? Optional.of(new Refusal.NothingScheduled())
                : next.overlap(announcement.number());
    }

    private Optional<Refusal> apply(Move move, int position, boolean toWaiting) {
        if (!move.times().isForward()) {
            return Optional.of(new Refusal.EndNotAfterStart(position));
        }
        var number = move.window() == null && toWaiting ? waiting() : Optional.ofNullable(move.window());
        if (number.isEmpty()) {
            return added(Window.planned(next.nextNumber(), move.kind(), move.times()));
        }
        var before = next.find(number.get());
        return before.isPresent()
                ? moved(before.get(), move.times(), position)
                : Optional.of(new Refusal.NoSuchOpenWindow(position));
    }

    /**
     * A window that was put off and that no move names: the new time is what it waits for. Else it would stay put off
     * for ever beside the one that took its place, and the work would never count as done.
     */
    private Optional<Integer> waiting() {
        return next.in(GcrState.POSTPONED).stream()
                .map(Window::number)
                .filter(number -> !named.contains(number))
                .findFirst();
    }

    private Optional<Refusal> added(Window window) {
        named.add(window.number());
        if (window.kind() == Window.Kind.ALTERNATE) {
            next.put(window);
            return Optional.empty();
        }
        events.add(new GcrEvent.WindowOpened(window.number()));
        return placed(window, window.times(), announcement.now());
    }

    private Optional<Refusal> moved(Window before, Times to, int position) {
        return switch (before.state()) {
            case PLANNED -> {
                next.put(Window.planned(before.number(), before.kind(), to));
                yield Optional.empty();
            }
            case TENTATIVE, SCHEDULED -> placed(before, to, noticeSince(before, to));
            case POSTPONED -> {
                events.add(new GcrEvent.OutcomeSet(before.number(), ServiceOutcome.POSTPONED, ServiceOutcome.PENDING));
                yield placed(before, to, announcement.now());
            }
            case IN_PROGRESS, COMPLETED, NOT_COMPLETED, CANCELLED, ALTERNATE_INVOKED ->
                Optional.of(new Refusal.NoSuchOpenWindow(position));
        };
    }

    private Optional<Refusal> placed(Window window, Times times, Instant since) {
        var after =
                tentative ? window.proposed(times) : window.scheduled(times, announcement.rules(), announcement.now());
        next.put(after);
        return announcement.tooSoon(after, since);
    }

    /** Whoever was told of a time has notice of every later one; of an earlier one only from now on. */
    private Instant noticeSince(Window before, Times to) {
        return firstNoticeAt != null && !to.start().isBefore(before.start()) ? firstNoticeAt : announcement.now();
    }
}
