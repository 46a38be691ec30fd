package io.controlcenter.order.quotes.domain;

import java.util.Arrays;

/** Where a quote is in its life: the states of MEF 115 (MEF 80). */
public enum QuoteState {
    ACKNOWLEDGED("acknowledged", "Received"),
    IN_PROGRESS("inProgress", "In progress"),
    DRAFT("inProgress.draft", "Draft to look at"),
    REJECTED("rejected", "Rejected"),
    ORDERABLE("approved.orderable", "Ready to order"),
    ORDERABLE_ALTERNATE("approved.orderableAlternate", "Ready to order, with an alternate"),
    ANSWERED("answered", "Answered, budgetary"),
    UNABLE_TO_PROVIDE("unableToProvide", "Unable to provide"),
    CANCELLED("cancelled", "Cancelled"),
    ACCEPTED("accepted", "Ordered"),
    DECLINED("declined", "Declined"),
    EXPIRED("expired", "Expired");

    private final String wire;
    private final String displayStatus;

    QuoteState(String wire, String displayStatus) {
        this.wire = wire;
        this.displayStatus = displayStatus;
    }

    /** As partners and tables know it. */
    public String wire() {
        return wire;
    }

    /** As the portal shows it. */
    public String displayStatus() {
        return displayStatus;
    }

    /** Whether the provider still works on it, and the buyer may cancel. */
    public boolean inWork() {
        return this == IN_PROGRESS || this == DRAFT;
    }

    public boolean approved() {
        return this == ORDERABLE || this == ORDERABLE_ALTERNATE;
    }

    /** Whether it holds only until a day. */
    public boolean expires() {
        return approved() || this == ANSWERED;
    }

    /** Whether the buyer sees prices; a quote that is only worked on shows none. */
    public boolean showsPrices() {
        return this == DRAFT || expires() || this == ACCEPTED || this == DECLINED || this == EXPIRED;
    }

    public static QuoteState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No quote state " + wire));
    }
}
