package io.controlcenter.maintenance.inquiries.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the time to answer runs, for anybody to read (domain c, 6).
 *
 * @param askedAt when it began
 * @param dueAt when it is over
 * @param nextAlarmAt when somebody is told of it next; null when nobody is
 */
public record AnswerClock(
        Instant askedAt, Instant dueAt, @Nullable Instant nextAlarmAt) {

    private static final int WHOLE = 100;
    private static final List<Integer> ALARMS = List.of(75, 90, WHOLE);

    public static AnswerClock of(Instant askedAt, Duration within) {
        var clock = new AnswerClock(askedAt, askedAt.plus(within), null);
        return new AnswerClock(askedAt, clock.dueAt, clock.at(ALARMS.getFirst()));
    }

    private Instant at(int percent) {
        return askedAt.plus(
                Duration.between(askedAt, dueAt).multipliedBy(percent).dividedBy(WHOLE));
    }

    /** The alarm that is due: the last one that has passed, in per cent of the time; 0 for none. */
    public int alarm(Instant now) {
        return nextAlarmAt == null || nextAlarmAt.isAfter(now)
                ? 0
                : ALARMS.stream().filter(percent -> !at(percent).isAfter(now)).reduce(0, (_, last) -> last);
    }

    /** With the first alarm that is still to come. */
    public AnswerClock alarmed(Instant now) {
        var next = ALARMS.stream()
                .map(this::at)
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElse(null);
        return new AnswerClock(askedAt, dueAt, next);
    }

    public AnswerClock stopped() {
        return new AnswerClock(askedAt, dueAt, null);
    }

    /** @param until now, or when it was answered */
    public boolean isBreached(Instant until) {
        return until.isAfter(dueAt);
    }

    /** What is left; nothing once it is over. */
    public Duration remaining(Instant until) {
        return isBreached(until) ? Duration.ZERO : Duration.between(until, dueAt);
    }

    /** How much of the time is used, from 0; more than 100 when it is over. */
    public long percent(Instant until) {
        return Duration.between(askedAt, until).toMillis()
                * WHOLE
                / Math.max(1, Duration.between(askedAt, dueAt).toMillis());
    }
}
