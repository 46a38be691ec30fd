package io.controlcenter.billing.invoicing.domain;

import java.util.Arrays;

/**
 * Where a line of an issued invoice is in its life (MEF 141, table 9). A dispute does not leave investigation before it
 * is resolved; a line that was decided on can be disputed again for what was not in dispute before.
 */
public enum LineState {
    GENERATED("generated"),
    IN_DISPUTE("disputeBeingInvestigated"),
    /** The dispute was upheld, at least in part: a credit note follows. */
    CREDIT("credit"),
    /** The customer took the dispute back. */
    WITHDRAWN("withdrawn"),
    /** The dispute was denied: it is to be paid. */
    PAYMENT_DUE("paymentDue"),
    SETTLED("settled");

    private final String wire;

    LineState(String wire) {
        this.wire = wire;
    }

    /** The name in JSON and in the database. */
    public String wire() {
        return wire;
    }

    public boolean canBecome(LineState next) {
        return switch (this) {
            case GENERATED -> next == IN_DISPUTE || next == SETTLED;
            case IN_DISPUTE -> next == CREDIT || next == WITHDRAWN || next == PAYMENT_DUE;
            case CREDIT, WITHDRAWN, PAYMENT_DUE -> next == SETTLED || next == IN_DISPUTE;
            case SETTLED -> next == IN_DISPUTE;
        };
    }

    public static LineState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a line: " + wire));
    }
}
