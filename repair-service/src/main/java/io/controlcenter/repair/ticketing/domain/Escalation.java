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

    /** @param asked the level asked for; null for the next one, which is the only one possible */
    Taken<Escalation> raise(
            @Nullable Integer asked, String reason, boolean callBack, EscalationPolicy policy, Instant at) {
        var next = nextLevel(policy);
        if (next == null) {
            return Taken.refused(new Refusal.AtHighestLevel(level));
        }
        if (asked != null && !asked.equals(next)) {
            return Taken.refused(new Refusal.NotTheNextLevel(asked, next));
        }
        var from = possibleFrom(policy);
        if (from != null && at.isBefore(from)) {
            return Taken.refused(new Refusal.EscalatedTooSoon(Duration.between(at, from)));
        }
        return Taken.made(new Escalation(next, at), new TicketEvent.Escalated(next, reason, callBack));
    }
}
