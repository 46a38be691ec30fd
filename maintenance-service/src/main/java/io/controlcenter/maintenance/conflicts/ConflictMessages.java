package io.controlcenter.maintenance.conflicts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code maintenance.conflict.v1}. */
interface ConflictMessages {

    /**
     * Diverse services that are at risk together, or no longer.
     *
     * @param ticketNumber of the service that is down, where a window meets an outage
     */
    record Conflict(
            String conflictId,
            String enterpriseId,
            String kind,
            String groupName,
            List<String> gcrNumbers,
            @Nullable String ticketNumber,
            List<Service> services,
            Instant from,
            Instant until,
            Instant at) {

        static Conflict of(ConflictRow row, Instant at) {
            return new Conflict(
                    row.conflictId(),
                    row.enterpriseId(),
                    row.kind().name(),
                    row.groupName(),
                    row.gcrNumbers(),
                    row.ticketNumber(),
                    row.services().stream()
                            .map(side -> new Service(side.serviceId(), side.circuitId(), side.accountId()))
                            .toList(),
                    row.from(),
                    row.until(),
                    at);
        }
    }

    record Service(String serviceId, String circuitId, String accountId) {}
}
