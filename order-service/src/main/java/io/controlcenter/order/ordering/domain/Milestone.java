package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step of the delivery, planned or reached. */
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

    static Milestone reached(MilestoneCode code, Instant at, @Nullable String note) {
        return new Milestone(code, Status.REACHED, null, at, note);
    }
}
