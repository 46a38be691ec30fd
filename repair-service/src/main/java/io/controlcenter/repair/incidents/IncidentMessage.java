package io.controlcenter.repair.incidents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one enterprise is told of an incident: its own services and nobody else's.
 *
 * @param description what was last said of it
 */
record IncidentMessage(
        String incidentNumber,
        String title,
        String description,
        String state,
        List<String> serviceIds,
        List<String> accountIds,
        Instant startedAt,
        @Nullable Instant expectedEnd,
        Instant at) {

    static IncidentMessage of(
            Incidents.Row incident, String description, List<Incidents.Affected> affected, Instant at) {
        return new IncidentMessage(
                incident.incidentNumber(),
                incident.title(),
                description,
                incident.state().wire(),
                affected.stream().map(Incidents.Affected::serviceId).toList(),
                affected.stream().map(Incidents.Affected::accountId).distinct().toList(),
                incident.startedAt(),
                incident.expectedEnd(),
                at);
    }
}
