package io.controlcenter.maintenance.conflicts.domain;

/** A service that is down, and the ticket that says so. */
public record Outage(Side side, String ticketNumber) {}
