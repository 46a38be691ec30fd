package io.controlcenter.billing.accounts.domain;

/** Whether a bill is for the cycle that begins, or for the one that has ended. */
public enum BillingMode {
    ADVANCE,
    ARREARS
}
