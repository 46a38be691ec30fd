package io.controlcenter.maintenance.changes.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a GCR is, at one moment: what is shown, stored and restored. Its impacts are kept apart, for there can
 * be tens of thousands.
 *
 * @param sequence rises by one with every change that customers are told; null until they are told the first
 * @param firstNoticeAt when customers were told first
 * @param noticedAt when customers were told last
 * @param version rises with every change
 */
public record GcrSnapshot(
        GcrNumber number,
        GcrState state,
        Work work,
        List<Window> windows,
        @Nullable Integer sequence,
        @Nullable Instant firstNoticeAt,
        @Nullable Instant noticedAt,
        Instant createdAt,
        String createdBy,
        long version) {

    /** The windows that count for when the work is: those in play, or else all. */
    private List<Window> counting() {
        var open = windows.stream()
                .filter(window -> window.state().isOpen() && !window.isStandby())
                .toList();
        return open.isEmpty() ? windows : open;
    }

    public @Nullable Instant start() {
        return counting().stream().map(Window::start).min(Instant::compareTo).orElse(null);
    }

    public @Nullable Instant end() {
        return counting().stream().map(Window::end).max(Instant::compareTo).orElse(null);
    }

    /** Whole hours between the first notice and the start (handbook S42). */
    public @Nullable Long leadTimeHours() {
        var start = start();
        return firstNoticeAt == null || start == null
                ? null
                : java.time.Duration.between(firstNoticeAt, start).toHours();
    }

    public boolean overrun() {
        return windows.stream().anyMatch(window -> window.state() == GcrState.IN_PROGRESS && window.overrun());
    }

    /** How often customers were told something, from 0; what nobody was told yet has none. */
    public int publishedSequence() {
        return sequence == null ? 0 : sequence;
    }

    /** As those see it whom it no longer hits: whatever was to come is off. */
    public GcrSnapshot spared() {
        var off = windows.stream()
                .map(window -> window.state().isOpen() ? window.in(GcrState.CANCELLED) : window)
                .toList();
        return new GcrSnapshot(
                number,
                state.isOpen() ? GcrState.CANCELLED : state,
                work,
                off,
                sequence,
                firstNoticeAt,
                noticedAt,
                createdAt,
                createdBy,
                version);
    }

    /** As it is once it is stored. */
    public GcrSnapshot next() {
        return new GcrSnapshot(
                number, state, work, windows, sequence, firstNoticeAt, noticedAt, createdAt, createdBy, version + 1);
    }
}
