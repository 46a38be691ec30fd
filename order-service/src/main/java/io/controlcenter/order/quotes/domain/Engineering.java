package io.controlcenter.order.quotes.domain;

import org.jspecify.annotations.Nullable;

/**
 * The engineering portion of a quote, which its sales engineer manages (handbook S14, S17).
 *
 * @param technicalRequirements as the buyer sees them
 * @param notes for the provider only
 */
public record Engineering(
        Status status,
        @Nullable String engineerId,
        @Nullable String engineerName,
        @Nullable String technicalRequirements,
        @Nullable String notes) {

    public static final Engineering NOT_STARTED = new Engineering(Status.NOT_STARTED, null, null, null, null);

    public enum Status {
        NOT_STARTED,
        IN_PROGRESS,
        COMPLETE
    }
}
