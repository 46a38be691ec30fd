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
    private final Announcement announcement;
    private final @Nullable Instant firstNoticeAt;
    private final List<GcrEvent> events = new ArrayList<>();
    private final Set<Integer> named = new HashSet<>();

    Rescheduling(Schedule present, Announcement announcement, @Nullable Instant firstNoticeAt) {
        this.next = present.copy();
        this.announcement = announcement;
        this.firstNoticeAt = firstNoticeAt;
    }

    Schedule result() {
        return next;
    }

    List<GcrEvent> events() {
        return events;
    }

    Optional<Refusal> apply(List<Move> moves) {
        for (var move : moves) {
            if (move.window() != null) {
                named.add(move.window());
            }
        }
        for (int i = 0; i < moves.size(); i++) {
            var refusal = apply(moves.get(i), i);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return next.in(GcrState.SCHEDULED).isEmpty()
                ? Optional.of(new Refusal.NothingScheduled())
                : next.overlap(announcement.number());
    }

    private Optional<Refusal> apply(Move move, int position) {
        if (!move.times().isForward()) {
            return Optional.of(new Refusal.EndNotAfterStart(position));
        }
        var number = move.window() == null ? waiting() : Optional.of(move.window());
        if (number.isEmpty()) {
            return added(Window.planned(next.nextNumber(), Window.Kind.PRIMARY, move.times()));
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
        events.add(new GcrEvent.WindowOpened(window.number()));
        return scheduled(window, window.times(), announcement.now());
    }

    private Optional<Refusal> moved(Window before, Times to, int position) {
        return switch (before.state()) {
            case PLANNED -> {
                next.put(Window.planned(before.number(), before.kind(), to));
                yield Optional.empty();
            }
            case SCHEDULED -> scheduled(before, to, noticeSince(before, to));
            case POSTPONED -> {
                events.add(new GcrEvent.OutcomeSet(before.number(), ServiceOutcome.POSTPONED, ServiceOutcome.PENDING));
                yield scheduled(before, to, announcement.now());
            }
            case TENTATIVE, IN_PROGRESS, COMPLETED, NOT_COMPLETED, CANCELLED, ALTERNATE_INVOKED ->
                Optional.of(new Refusal.NoSuchOpenWindow(position));
        };
    }

    private Optional<Refusal> scheduled(Window window, Times times, Instant since) {
        var after = window.scheduled(times, announcement.rules(), announcement.now());
        next.put(after);
        return announcement.tooSoon(after, since);
    }

    /** Whoever was told of a time has notice of every later one; of an earlier one only from now on. */
    private Instant noticeSince(Window before, Times to) {
        return firstNoticeAt != null && !to.start().isBefore(before.start()) ? firstNoticeAt : announcement.now();
    }
}
