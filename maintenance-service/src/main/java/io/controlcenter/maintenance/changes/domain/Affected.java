package io.controlcenter.maintenance.changes.domain;

/**
 * Who feels the work, in numbers: the services themselves may be tens of thousands.
 *
 * @param services how many are listed
 * @param disruptive whether one of them feels anything
 */
public record Affected(int services, boolean disruptive) {}
