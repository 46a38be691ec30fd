package io.controlcenter.billing.invoicing.domain;

/** Where an invoice is in its life. Nothing of it changes once it is issued, but for what happens to it. */
public enum InvoiceState {
    /** A safety check found something; a person looks at it. Not visible to customers. */
    ON_HOLD("onHold"),
    ISSUED("issued");

    private final String wire;

    InvoiceState(String wire) {
        this.wire = wire;
    }

    /** The name in JSON and in the database. */
    public String wire() {
        return wire;
    }
}
