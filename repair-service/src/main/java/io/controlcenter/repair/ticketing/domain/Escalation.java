package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far up the provider's management a ticket was taken: one level at a time, once per hour. */
public record Escalation(int level, @Nullable Instant lastAt) {

    public static final int MAX_LEVEL = 5;
    static final Duration PAUSE = Duration.ofHours(1);
    static final Escalation NONE = new Escalation(0, null);

    /** When it may be taken up again; null when at once. */
    public @Nullable Instant possibleFrom() {
        return lastAt == null ? null : lastAt.plus(PAUSE);
    }

    /** Why it cannot be taken up now; null when it can. */
    @Nullable
    Refusal refusal(@Nullable Integer askedLevel, Instant at) {
        if (level == MAX_LEVEL) {
            return new Refusal.AtHighestLevel(level);
        }
        if (askedLevel != null && askedLevel != level + 1) {
            return new Refusal.NotTheNextLevel(askedLevel, level + 1);
        }
        var from = possibleFrom();
        return from != null && at.isBefore(from) ? new Refusal.EscalatedTooSoon(Duration.between(at, from)) : null;
    }

    Escalation up(Instant at) {
        return new Escalation(level + 1, at);
    }
}
