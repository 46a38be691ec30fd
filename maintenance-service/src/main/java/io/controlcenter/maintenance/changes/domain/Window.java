package io.controlcenter.maintenance.changes.domain;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time in which work is done.
 *
 * @param number within its GCR, from 1; the window's id is {@code <gcr>-<number>}
 * @param timeZone of the site
 * @param overrun whether its end passed while work went on
 * @param nextReminderAt when customers are reminded of it next; null when they are not
 */
public record Window(
        int number,
        Kind kind,
        Instant start,
        Instant end,
        ZoneId timeZone,
        GcrState state,
        boolean overrun,
        @Nullable Instant nextReminderAt) {

    public enum Kind {
        PRIMARY,
        /** Held in reserve, for work that could not be finished. */
        ALTERNATE
    }

    public static Window planned(int number, Kind kind, Times times) {
        return new Window(number, kind, times.start(), times.end(), times.timeZone(), GcrState.PLANNED, false, null);
    }

    Window in(GcrState next) {
        return new Window(number, kind, start, end, timeZone, next, overrun, null);
    }

    Window scheduled(Times times, NoticeRules rules, Instant now) {
        return new Window(
                number,
                kind,
                times.start(),
                times.end(),
                times.timeZone(),
                GcrState.SCHEDULED,
                false,
                rules.nextReminder(times.start(), now));
    }

    Window proposed(Times times) {
        return new Window(number, kind, times.start(), times.end(), times.timeZone(), GcrState.TENTATIVE, false, null);
    }

    Window overran() {
        return new Window(number, kind, start, end, timeZone, state, true, null);
    }

    Window remindedAt(Instant now, NoticeRules rules) {
        return new Window(number, kind, start, end, timeZone, state, overrun, rules.nextReminder(start, now));
    }

    public Times times() {
        return new Times(start, end, timeZone);
    }

    boolean isStandby() {
        return kind == Kind.ALTERNATE && state == GcrState.PLANNED;
    }

    boolean overlaps(Window other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
