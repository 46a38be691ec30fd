package io.controlcenter.repair.ticketing.domain;

/** Who noticed the trouble first. */
public enum Origin {
    CUSTOMER,
    PROVIDER,
    /** A machine that watches the service, on either side; it repeats itself, so its alarms are gathered. */
    MONITORING
}
