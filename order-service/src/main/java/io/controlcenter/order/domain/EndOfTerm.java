package io.controlcenter.order.domain;

/** What happens to a service when its term ends (domain b.2, OrderItem). */
public enum EndOfTerm {
    /** It goes on from month to month. */
    ROLL,
    /** Another term of the same length begins. */
    AUTO_RENEW,
    /** It ends. */
    AUTO_DISCONNECT
}
