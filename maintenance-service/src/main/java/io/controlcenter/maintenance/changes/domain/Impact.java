package io.controlcenter.maintenance.changes.domain;

/** What a service feels of the work, from nothing to the worst. */
public enum Impact {
    NO_IMPACT,
    REDUCED_REDUNDANCY,
    DEGRADED,
    OUTAGE
}
