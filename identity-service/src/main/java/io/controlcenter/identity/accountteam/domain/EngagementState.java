package io.controlcenter.identity.accountteam.domain;

/** Where a meeting is. */
public enum EngagementState {
    SCHEDULED,
    HELD,
    CANCELLED
}
