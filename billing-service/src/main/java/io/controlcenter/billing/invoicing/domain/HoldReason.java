package io.controlcenter.billing.invoicing.domain;

/** Why an invoice is doubtful, and held instead of issued. */
public record HoldReason(Check check, String detail) {

    /** The checks of every invoice. */
    public enum Check {
        DOUBLE_BILLING,
        OUTSIDE_SERVICE_DATES,
        MISSING_RATE,
        ABSURD_AMOUNT,
        CURRENCY_MISMATCH
    }
}
