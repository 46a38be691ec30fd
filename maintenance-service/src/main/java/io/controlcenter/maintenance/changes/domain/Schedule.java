package io.controlcenter.maintenance.changes.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The windows of one GCR, by number. They never overlap, and the state of the GCR is read off them. */
final class Schedule {

    private static final List<GcrState> IN_PLAY =
            List.of(GcrState.IN_PROGRESS, GcrState.SCHEDULED, GcrState.POSTPONED, GcrState.TENTATIVE);

    private final TreeMap<Integer, Window> windows = new TreeMap<>();

    Schedule(List<Window> windows) {
        windows.forEach(this::put);
    }

    /** Windows as they are wanted, numbered in this order. */
    static Schedule planned(List<Wish> wishes) {
        return new Schedule(IntStream.range(0, wishes.size())
                .mapToObj(i -> Window.planned(
                        i + 1, wishes.get(i).kind(), wishes.get(i).times()))
                .toList());
    }

    /** What no plan can be. */
    static Optional<Refusal> unfit(List<Wish> wishes) {
        var backwards = IntStream.range(0, wishes.size())
                .filter(i -> !wishes.get(i).times().isForward())
                .findFirst();
        if (backwards.isPresent()) {
            return Optional.of(new Refusal.EndNotAfterStart(backwards.getAsInt()));
        }
        return wishes.stream().noneMatch(wish -> wish.kind() == Window.Kind.PRIMARY)
                ? Optional.of(new Refusal.NoWindow())
                : Optional.empty();
    }

    void put(Window window) {
        windows.put(window.number(), window);
    }

    List<Window> all() {
        return List.copyOf(windows.values());
    }

    Optional<Window> find(int number) {
        return Optional.ofNullable(windows.get(number));
    }

    int nextNumber() {
        return windows.isEmpty() ? 1 : windows.lastKey() + 1;
    }

    List<Window> in(GcrState... states) {
        return which(window -> List.of(states).contains(window.state()));
    }

    /** In the order in which they begin. */
    List<Window> which(Predicate<Window> condition) {
        return windows.values().stream()
                .filter(condition)
                .sorted(Comparator.comparing(Window::start))
                .toList();
    }

    void change(List<Window> which, UnaryOperator<Window> change) {
        which.forEach(window -> put(change.apply(window)));
    }

    /** Windows come to this end, and the services in them to this outcome. */
    List<GcrEvent> end(List<Window> which, GcrState state, ServiceOutcome outcome) {
        var events = new ArrayList<GcrEvent>();
        for (var window : which) {
            var was = window.state() == GcrState.POSTPONED ? ServiceOutcome.POSTPONED : ServiceOutcome.PENDING;
            put(window.in(state));
            events.add(new GcrEvent.OutcomeSet(window.number(), was, outcome));
        }
        return events;
    }

    /** Reserves that nobody needs any more. */
    void releaseStandby() {
        if (which(window -> window.state().isOpen() && !window.isStandby()).isEmpty()) {
            change(which(Window::isStandby), window -> window.in(GcrState.CANCELLED));
        }
    }

    GcrState state() {
        for (var state : IN_PLAY) {
            if (!in(state).isEmpty()) {
                return state;
            }
        }
        if (windows.values().stream().anyMatch(window -> window.state() == GcrState.PLANNED) || windows.isEmpty()) {
            return GcrState.PLANNED;
        }
        return ended().reduce((_, last) -> last).map(Window::state).orElse(GcrState.CANCELLED);
    }

    private Stream<Window> ended() {
        return windows.values().stream()
                .filter(window -> window.state() == GcrState.COMPLETED || window.state() == GcrState.NOT_COMPLETED);
    }

    /** Two windows that want the same time, if there are. */
    Optional<Refusal> overlap(GcrNumber gcr) {
        var taken = new ArrayList<Window>();
        for (var window : which(any -> any.state() != GcrState.CANCELLED)) {
            var other = taken.stream().filter(window::overlaps).findFirst();
            if (other.isPresent()) {
                return Optional.of(
                        new Refusal.WindowsOverlap(gcr.windowId(other.get().number()), gcr.windowId(window.number())));
            }
            taken.add(window);
        }
        return Optional.empty();
    }

    Schedule copy() {
        return new Schedule(all());
    }
}
