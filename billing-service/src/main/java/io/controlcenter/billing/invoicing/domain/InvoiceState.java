package io.controlcenter.billing.invoicing.domain;

import java.util.Arrays;

/**
 * Where an invoice is in its life (domain b.5; TMF678 customer bill). What it says never changes once it is issued, but
 * for what happens to it: payments, credits, disputes, withdrawal.
 */
public enum InvoiceState {
    /** A safety check found something; a person looks at it. Not visible to customers. */
    ON_HOLD("onHold", "On hold"),
    ISSUED("issued", "Issued"),
    /** A part is paid or credited. */
    PARTIALLY_PAID("partiallyPaid", "Partially paid"),
    /** Nothing is owed any more, and nothing of it is disputed. A payment that is reversed opens it again. */
    SETTLED("settled", "Paid"),
    /** It was wrong as a whole, and a credit note took all of it back. */
    WITHDRAWN("withdrawn", "Withdrawn");

    private final String wire;
    private final String displayStatus;

    InvoiceState(String wire, String displayStatus) {
        this.wire = wire;
        this.displayStatus = displayStatus;
    }

    /** The name in JSON and in the database. */
    public String wire() {
        return wire;
    }

    /** The portal's word. */
    public String displayStatus() {
        return displayStatus;
    }

    /** Whether something of it may still be owed. */
    public boolean isOpen() {
        return this == ISSUED || this == PARTIALLY_PAID;
    }

    public static InvoiceState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of an invoice: " + wire));
    }
}
