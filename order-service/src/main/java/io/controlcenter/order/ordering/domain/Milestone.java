package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of the delivery, planned or reached.
 *
 * @param plannedDate when it is to be reached; null while nobody planned it
 */
public record Milestone(
        MilestoneCode code,
        Status status,
        @Nullable LocalDate plannedDate,
        @Nullable Instant reachedAt,
        @Nullable String note) {

    public enum Status {
        PENDING,
        REACHED,
        MISSED,
        SKIPPED
    }

    static Milestone pending(MilestoneCode code) {
        return new Milestone(code, Status.PENDING, null, null, null);
    }

    Milestone reached(Instant at, @Nullable String words) {
        return new Milestone(code, Status.REACHED, plannedDate, at, words);
    }

    Milestone plannedFor(LocalDate date) {
        return new Milestone(code, Status.PENDING, date, null, note);
    }

    Milestone in(Status next, @Nullable String words) {
        return new Milestone(code, next, plannedDate, null, words);
    }
}
