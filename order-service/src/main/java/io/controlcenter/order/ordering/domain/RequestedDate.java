package io.controlcenter.order.ordering.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When the customer wants delivery.
 *
 * @param date the desired due date (DDD): the earliest date that the customer can accept
 */
public record RequestedDate(Kind kind, LocalDate date) {

    public enum Kind {
        /** Never delivered nor billed earlier. */
        FIRM_DATE,
        /** As early as possible; cannot be changed later. */
        EARLIEST_CAPABILITY,
        /** Earlier than the standard interval, for a fee. */
        EXPEDITE
    }

    /** The date before which nothing is delivered nor billed; empty when earlier is welcome. */
    Optional<LocalDate> firm() {
        return kind == Kind.FIRM_DATE ? Optional.of(date) : Optional.empty();
    }
}
