package io.controlcenter.order.carecontacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When an order's care manager speaks with the customer: a welcome first, then by the customer's preference (domain,
 * Delivery).
 */
record CareContactPlan(
        String orderNumber,
        Rhythm every,

        @Schema(description = "Absent until the welcome") @Nullable
        Instant lastContactAt,

        @Schema(description = "Absent once the order is over") @Nullable
        Instant nextContactDueAt,

        long version) {

    enum Rhythm {
        WEEKLY(Period.ofWeeks(1)),
        BI_WEEKLY(Period.ofWeeks(2));

        private final Period pause;

        Rhythm(Period pause) {
            this.pause = pause;
        }

        /** At the same time of the day where the customer is. */
        Instant after(Instant contact, ZoneId zone) {
            return contact.atZone(zone).plus(pause).toInstant();
        }
    }

    boolean isOver() {
        return nextContactDueAt == null;
    }
}
