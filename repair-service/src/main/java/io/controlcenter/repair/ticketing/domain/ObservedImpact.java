package io.controlcenter.repair.ticketing.domain;

/** What the customer sees of the trouble: an outage or an impairment (handbook S33). */
public enum ObservedImpact {
    DOWN(Priority.CRITICAL),
    DEGRADED(Priority.HIGH),
    INTERMITTENT(Priority.HIGH),
    NONE(Priority.LOW);

    private final Priority priority;

    ObservedImpact(Priority priority) {
        this.priority = priority;
    }

    /** The priority that follows from it (domain b.3, rule 3). */
    public Priority priority() {
        return priority;
    }

    public boolean isOutage() {
        return this == DOWN;
    }
}
