package io.controlcenter.maintenance.changes.domain;

/** What became of the work for one service in one window. */
public enum ServiceOutcome {
    PENDING,
    COMPLETED,
    NOT_COMPLETED,
    POSTPONED,
    CANCELLED,
    ALTERNATE_WINDOW
}
