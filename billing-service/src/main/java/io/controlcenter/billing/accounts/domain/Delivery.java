package io.controlcenter.billing.accounts.domain;

/** How bills reach the customer: paperless unless paper is asked for (handbook S60), all of it or its summary only. */
public enum Delivery {
    PAPERLESS,
    PAPER,
    INVOICE_SUMMARY
}
