package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;

/** How urgent a ticket is, and within what time of work its service is to be restored. */
public enum Priority {
    CRITICAL(Duration.ofHours(4)),
    HIGH(Duration.ofHours(8)),
    MEDIUM(Duration.ofDays(1)),
    LOW(Duration.ofDays(3));

    private final Duration target;

    Priority(Duration target) {
        this.target = target;
    }

    /** The time to restore that is aimed at, pauses not counted. */
    public Duration target() {
        return target;
    }
}
