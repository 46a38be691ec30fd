package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** The history once this technician has taken over. */
    static List<Accountability> handOver(
            List<Accountability> history, Technician to, @Nullable String reason, Instant at) {
        var longer = new ArrayList<>(history);
        if (!longer.isEmpty()) {
            var last = longer.removeLast();
            longer.add(new Accountability(last.technician, last.since, at, last.reason));
        }
        longer.add(new Accountability(to, at, null, reason));
        return List.copyOf(longer);
    }
}
