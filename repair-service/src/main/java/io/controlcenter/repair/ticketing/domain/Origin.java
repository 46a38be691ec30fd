package io.controlcenter.repair.ticketing.domain;

/** Who noticed the trouble first. */
public enum Origin {
    CUSTOMER,
    PROVIDER
}
