package io.controlcenter.repair.ticketing.domain;

/** How the customer rates the trouble when reporting it; not changeable afterwards (domain A1, CEMR). */
public enum Severity {
    AFFECTS_SERVICE,
    OUT_OF_SERVICE,
    SERVICE_NOT_AFFECTED
}
