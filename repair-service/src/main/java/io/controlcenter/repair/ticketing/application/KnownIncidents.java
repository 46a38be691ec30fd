package io.controlcenter.repair.ticketing.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trouble that the provider declared, as far as it concerns tickets. */
public interface KnownIncidents {

    /** @param expectedEnd when the provider expects it to be over; null when nobody knows */
    record Incident(
            String incidentNumber,
            String title,
            String description,
            String state,
            Instant startedAt,
            @Nullable Instant expectedEnd) {}

    /** Those that are open and affect this service. */
    List<Incident> openOn(String serviceId);
}
