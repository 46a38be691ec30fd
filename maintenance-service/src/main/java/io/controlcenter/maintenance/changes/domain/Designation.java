package io.controlcenter.maintenance.changes.domain;

/** How pressing the work is; only an emergency may be announced late. */
public enum Designation {
    STANDARD,
    ESSENTIAL,
    EMERGENCY
}
