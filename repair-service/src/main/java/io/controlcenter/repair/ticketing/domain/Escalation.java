package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far up the provider's management a ticket was taken: one level at a time, with a pause (domain b.3, rule 8). */
public record Escalation(int level, @Nullable Instant lastAt) {

    static final Escalation NONE = new Escalation(0, null);

    /** The level that can be asked for next; null at the highest one, also where there were more of them once. */
    public @Nullable Integer nextLevel(EscalationPolicy policy) {
        return level >= policy.levels() ? null : level + 1;
    }

    /** When it may be taken up again; null when at once. */
    public @Nullable Instant possibleFrom(EscalationPolicy policy) {
        return lastAt == null ? null : lastAt.plus(policy.pause());
    }

    /** Why it cannot be taken up now; null when it can. */
    @Nullable
    Refusal refusal(@Nullable Integer askedLevel, EscalationPolicy policy, Instant at) {
        var next = nextLevel(policy);
        if (next == null) {
            return new Refusal.AtHighestLevel(level);
        }
        if (askedLevel != null && !askedLevel.equals(next)) {
            return new Refusal.NotTheNextLevel(askedLevel, next);
        }
        var from = possibleFrom(policy);
        return from != null && at.isBefore(from) ? new Refusal.EscalatedTooSoon(Duration.between(at, from)) : null;
    }

    Escalation up(Instant at) {
        return new Escalation(level + 1, at);
    }
}
