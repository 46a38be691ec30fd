package io.controlcenter.identity.accountteam.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the account team with its customer.
 *
 * @param accountId what it is about, when it is about one account
 * @param occasion why it came about, once per kind: an order, an account, a quarter
 * @param note what to prepare, or why it was moved
 * @param outcome what came of it, or why it was cancelled
 * @param version rises with every step, and is the sequence in calendars
 */
public record Engagement(
        String engagementId,
        String enterpriseId,
        @Nullable String accountId,
        EngagementKind kind,
        String occasion,
        EngagementState state,
        Instant scheduledAt,
        @Nullable String note,
        @Nullable String outcome,
        Instant createdAt,
        long version) {

    /** What came of a step: it was taken, or it does not fit now. */
    public sealed interface Outcome {

        record Taken(Engagement engagement) implements Outcome {}

        record NotInThisState(EngagementState state) implements Outcome {}

        /** Nobody can have met already, or will meet in the past. */
        record WrongTime(Instant scheduledAt) implements Outcome {}
    }

    public Outcome reschedule(Instant to, @Nullable String why, Instant now) {
        if (state != EngagementState.SCHEDULED) {
            return new Outcome.NotInThisState(state);
        }
        return to.isAfter(now) ? taken(state, to, why == null ? note : why, outcome) : new Outcome.WrongTime(to);
    }

    public Outcome hold(String summary, Instant now) {
        if (state != EngagementState.SCHEDULED) {
            return new Outcome.NotInThisState(state);
        }
        return scheduledAt.isAfter(now)
                ? new Outcome.WrongTime(scheduledAt)
                : taken(EngagementState.HELD, scheduledAt, note, summary);
    }

    public Outcome cancel(String reason) {
        return state == EngagementState.SCHEDULED
                ? taken(EngagementState.CANCELLED, scheduledAt, note, reason)
                : new Outcome.NotInThisState(state);
    }

    private Outcome taken(EngagementState to, Instant at, @Nullable String noted, @Nullable String result) {
        return new Outcome.Taken(new Engagement(
                engagementId, enterpriseId, accountId, kind, occasion, to, at, noted, result, createdAt, version + 1));
    }
}
