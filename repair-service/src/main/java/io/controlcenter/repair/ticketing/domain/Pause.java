package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the restore clock stood still.
 *
 * @param because why, in words for everybody
 * @param until null while it lasts
 */
public record Pause(
        Kind kind, String because, Instant from, @Nullable Instant until) {

    public enum Kind {
        /** The provider waits for the customer: information, access, an appointment. */
        CUSTOMER,
        /** Planned work that the ticket is linked to is under way. */
        MAINTENANCE,
        /** The provider says that the service works, and the customer checks. */
        RESTORED,
        /** The customer asked for cancellation. */
        CANCELLATION
    }

    Pause ended(Instant at) {
        return until == null ? new Pause(kind, because, from, at) : this;
    }
}
