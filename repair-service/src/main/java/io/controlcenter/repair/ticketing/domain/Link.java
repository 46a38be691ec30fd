package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;

/** What a ticket follows: its start, its end, and what came of it. */
public record Link(Type type, String id, Instant since) {

    public enum Type {
        /** A GCR of maintenance. */
        MAINTENANCE,
        /** A known incident of the provider. */
        INCIDENT
    }

    public boolean isTo(Type otherType, String otherId) {
        return type == otherType && id.equals(otherId);
    }
}
