package io.controlcenter.order.ordering.domain;

import java.util.Arrays;

/** Where one item of an order is: the item states of MEF 123, with those of the order that MEF does not know. */
public enum ItemState {
    DRAFT("draft"),
    SUBMITTED("submitted"),
    REJECTED("rejected"),
    ACKNOWLEDGED("acknowledged"),
    IN_PROGRESS("inProgress"),
    /** A charge on it waits for the customer's answer. */
    HELD("held"),
    /** A change of it is being assessed. */
    PENDING("pending"),
    AWAITING_ACCEPTANCE("awaitingAcceptance"),
    COMPLETED("completed"),
    CANCELLED("cancelled"),
    FAILED("failed");

    private final String wire;

    ItemState(String wire) {
        this.wire = wire;
    }

    /** As partners and tables know it. */
    public String wire() {
        return wire;
    }

    /** Whether nothing happens to the item any more. */
    public boolean isOver() {
        return this == REJECTED || this == COMPLETED || this == CANCELLED || this == FAILED;
    }

    public static ItemState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No item state " + wire));
    }
}
