package io.controlcenter.billing.accounts.domain;

/** How bills reach the customer: paperless unless paper is asked for (handbook S60). */
public enum Delivery {
    PAPERLESS,
    PAPER
}
