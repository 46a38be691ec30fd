package io.controlcenter.billing.invoicing.domain;

/** What a line is for. */
public enum LineType {
    /** A whole cycle of a service. */
    RECURRING,
    /** A part of a cycle, prorated. */
    PARTIAL,
    /** Once, such as an installation. */
    NON_RECURRING,
    /** Given back; the amount is negative. */
    CREDIT
}
