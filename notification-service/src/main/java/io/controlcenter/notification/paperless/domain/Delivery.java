package io.controlcenter.notification.paperless.domain;

/** The two ways in which a bill reaches its payer. */
public enum Delivery {
    PAPERLESS,
    PAPER
}
