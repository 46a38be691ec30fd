package io.controlcenter.maintenance.changes.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of maintenance is narrowed to; null and empty for no limit.
 *
 * @param from only what ends after it
 * @param to only what begins before it
 * @param text words of the title, a GCR number, a circuit or a city
 */
public record Narrowing(
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> serviceIds,
        List<String> circuitIds,
        List<String> accountIds,
        List<String> impacts,
        @Nullable String text) {}
