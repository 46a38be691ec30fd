package io.controlcenter.maintenance.conflicts.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Diverse services that are at risk at the same time.
 *
 * @param key what meets; the same conflict found again has the same
 * @param ticketNumber of the service that is down, where only one is hit by work
 * @param from when the second of them is at risk too
 * @param until when the first of them is not any more
 */
public record Conflict(
        Kind kind,
        String key,
        Set<String> gcrNumbers,
        Set<String> windowIds,
        @Nullable String ticketNumber,
        Set<Side> sides,
        Instant from,
        Instant until) {

    public enum Kind {
        /** Windows over both sides, or one over both. */
        WINDOWS_OVERLAP,
        /** A window over one side while the other is down. */
        WINDOW_WITH_OUTAGE
    }
}
