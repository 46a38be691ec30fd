package io.controlcenter.billing.payments.domain;

/** How money comes. */
public enum PaymentWay {
    CARD,
    ACH,
    WIRE,
    CHECK
}
