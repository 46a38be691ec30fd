package io.controlcenter.maintenance.changes.domain;

/** What is worked on. */
public enum Category {
    SOFTWARE,
    HARDWARE,
    FIBER,
    POWER,
    THIRD_PARTY
}
