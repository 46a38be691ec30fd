package io.controlcenter.maintenance.conflicts.domain;

/** One of the services that are diverse to each other. */
public record Side(String serviceId, String circuitId, String accountId) {}
