package io.controlcenter.repair.ticketing.domain;

/** What a ticket is about. {@code CHRONIC} is the provider's finding. */
public enum Kind {
    REPAIR,
    POTENTIAL_REPAIR,
    ACTIVATION,
    CONFIGURATION,
    CHRONIC
}
