package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time during which one technician answers for a ticket (handbook S35). They follow each other without overlap.
 *
 * @param until null while it lasts
 * @param reason why the ticket was handed over to this technician, where somebody said
 */
public record Accountability(
        Technician technician,
        Instant since,
        @Nullable Instant until,
        @Nullable String reason) {

    Accountability endedAt(Instant at) {
        return new Accountability(technician, since, at, reason);
    }
}
