package io.controlcenter.billing.invoicing.domain;

/** What a line is for. Taxes are no lines: they are added up for the invoice as a whole (EN 16931). */
public enum LineType {
    /** A whole cycle of a service. */
    RECURRING,
    /** A part of a cycle, prorated. */
    PARTIAL,
    /** Once, such as an installation. */
    NON_RECURRING,
    /** What was used of a service, never prorated. */
    USAGE,
    /** For paying an earlier invoice late. */
    LATE,
    /** Given back; the amount is negative. */
    CREDIT
}
