package io.controlcenter.repair.ticketing.domain;

/** What monitoring said once more of a trouble that has its ticket. */
public record Alarm(String text, ObservedImpact observedImpact) {}
