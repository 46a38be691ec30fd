package io.controlcenter.billing.requests.domain;

import io.controlcenter.billing.support.domain.SupportCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By when a request is to be acknowledged (handbook S53). The moments are fixed when it is received: a holiday that is
 * declared later moves no promise.
 *
 * @param reading the one that binds
 * @param dueAt by the binding reading
 * @param targetAt by reading B, which is aimed at
 * @param warned 0, 75, 90 or 100: the last warning that was given, in per cent of the time
 * @param acknowledgedAt when it stopped; null while it runs
 */
public record AcknowledgeClock(
        String segment,
        ZoneId zone,
        Reading reading,
        Instant receivedAt,
        Instant dueAt,
        Instant targetAt,
        Instant warn75At,
        Instant warn90At,
        int warned,
        @Nullable Instant acknowledgedAt) {

    /** What is seen of it. */
    public enum State {
        RUNNING,
        PAUSED,
        BREACHED,
        MET,
        MISSED
    }

    public static AcknowledgeClock start(
            SupportCalendar calendar, Reading reading, Instant receivedAt, Duration promise) {
        return new AcknowledgeClock(
                calendar.segment(),
                calendar.zone(),
                reading,
                receivedAt,
                reading.after(calendar, receivedAt, promise),
                Reading.BUSINESS_DAYS.after(calendar, receivedAt, promise),
                reading.after(calendar, receivedAt, promise.multipliedBy(75).dividedBy(100)),
                reading.after(calendar, receivedAt, promise.multipliedBy(90).dividedBy(100)),
                0,
                null);
    }

    public AcknowledgeClock stop(Instant at) {
        return new AcknowledgeClock(
                segment, zone, reading, receivedAt, dueAt, targetAt, warn75At, warn90At, warned, at);
    }

    /** When the next warning is due; empty after the last, and once it has stopped. */
    public Optional<Instant> nextWarning() {
        if (acknowledgedAt != null) {
            return Optional.empty();
        }
        return switch (warned) {
            case 0 -> Optional.of(warn75At);
            case 75 -> Optional.of(warn90At);
            case 90 -> Optional.of(dueAt);
            default -> Optional.empty();
        };
    }

    /** With the next warning given; 75, 90 and 100 come one by one, however late. */
    public AcknowledgeClock warn() {
        var next = warned == 0 ? 75 : warned == 75 ? 90 : 100;
        return new AcknowledgeClock(
                segment, zone, reading, receivedAt, dueAt, targetAt, warn75At, warn90At, next, acknowledgedAt);
    }

    public State state(SupportCalendar calendar, Instant now) {
        if (acknowledgedAt != null) {
            return acknowledgedAt.isAfter(dueAt) ? State.MISSED : State.MET;
        }
        if (!now.isBefore(dueAt)) {
            return State.BREACHED;
        }
        return pausedBecause(calendar, now).isPresent() ? State.PAUSED : State.RUNNING;
    }

    /** Counted time until it is due; zero once it is due or stopped. */
    public Duration remaining(SupportCalendar calendar, Instant now) {
        return acknowledgedAt != null || !now.isBefore(dueAt) ? Duration.ZERO : reading.passed(calendar, now, dueAt);
    }

    /** Why no time counts at the moment; empty while it does. */
    public Optional<String> pausedBecause(SupportCalendar calendar, Instant now) {
        if (acknowledgedAt != null || !now.isBefore(dueAt)) {
            return Optional.empty();
        }
        var counts = reading == Reading.SUPPORT_HOURS
                ? calendar.isOpen(now)
                : calendar.isBusinessDay(now.atZone(zone).toLocalDate()) && !now.isBefore(calendar.start(receivedAt));
        if (counts) {
            return Optional.empty();
        }
        return Optional.of(calendar.holiday(now)
                .map(name -> "HOLIDAY: " + name)
                .orElse(reading == Reading.SUPPORT_HOURS ? "OUTSIDE_SUPPORT_HOURS" : "NO_BUSINESS_DAY"));
    }
}
