package io.controlcenter.billing.invoicing.domain;

/** Why an invoice is doubtful, and held instead of issued. */
public record HoldReason(Check check, String detail) {

    /** The checks of every invoice. */
    public enum Check {
        DOUBLE_BILLING,
        OUTSIDE_SERVICE_DATES,
        MISSING_RATE,
        ABSURD_AMOUNT,
        CURRENCY_MISMATCH,
        /** A service ends before it begins, or more is given back than was billed. */
        NEGATIVE_SERVICE,
        /** More lines of one service for one day than make sense. */
        TOO_MANY_LINES
    }
}
