package io.controlcenter.repair.ticketing.domain;

/** How urgent a ticket is; the time to restore that follows from it is data. */
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** The next more urgent one; nothing is above CRITICAL. */
    public Priority raised() {
        return switch (this) {
            case CRITICAL, HIGH -> CRITICAL;
            case MEDIUM -> HIGH;
            case LOW -> MEDIUM;
        };
    }
}
