package io.controlcenter.order.pricing.domain;

/** What is changed of an order under way; what it costs depends on it (domain b.2, rule 3). */
public enum ChangeKind {
    /** Billing address, contact, reference: always free. */
    ADMINISTRATIVE,
    /** Another date of delivery. */
    DATE,
    /** What is delivered, or where. */
    TECHNICAL
}
