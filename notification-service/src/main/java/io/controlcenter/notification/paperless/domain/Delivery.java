package io.controlcenter.notification.paperless.domain;

/** How a bill reaches its payer: without paper, printed, or only its summary printed. */
public enum Delivery {
    PAPERLESS,
    PAPER,
    INVOICE_SUMMARY;

    public boolean isPaper() {
        return this != PAPERLESS;
    }
}
