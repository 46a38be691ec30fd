package io.controlcenter.order.ordering.domain;

/** By what a service commences; nothing else starts billing (domain b.2, rule 10). */
public enum AcceptanceOutcome {
    ACCEPTED,
    /** The window of the connection notice passed without an answer. */
    DEEMED_ACCEPTED,
    /** The customer was not ready for too long. */
    CUSTOMER_NOT_READY
}
