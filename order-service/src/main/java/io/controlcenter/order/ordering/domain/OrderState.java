package io.controlcenter.order.ordering.domain;

import java.util.Arrays;

/**
 * Where an order is in its life: the states of MEF 123 (table 8), with {@code draft} of TMF622 v5 before them and
 * {@code awaitingAcceptance} after fulfilment, because the life cycle ends with customer acceptance (handbook S21).
 */
public enum OrderState {
    DRAFT("draft", "Draft", DisplayStage.CONFIRM),
    SUBMITTED("submitted", "Submitted", DisplayStage.CONFIRM),
    REJECTED("rejected", "Rejected", DisplayStage.CONFIRM),
    ACKNOWLEDGED("acknowledged", "Acknowledged", DisplayStage.CONFIRM),
    IN_PROGRESS("inProgress", "In progress", DisplayStage.BUILD),
    AWAITING_ACCEPTANCE("awaitingAcceptance", "Awaiting your acceptance", DisplayStage.ACTIVATE),
    COMPLETED("completed", "Completed", DisplayStage.MANAGE);

    /** The stages that the portal shows. */
    public enum DisplayStage {
        CONFIRM("Confirm"),
        DESIGN("Design"),
        BUILD("Build"),
        ACTIVATE("Activate"),
        MANAGE("Manage");

        private final String word;

        DisplayStage(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private final String wire;
    private final String displayStatus;
    private final DisplayStage stage;

    OrderState(String wire, String displayStatus, DisplayStage stage) {
        this.wire = wire;
        this.displayStatus = displayStatus;
        this.stage = stage;
    }

    /** As partners and tables know it. */
    public String wire() {
        return wire;
    }

    /** As the portal shows it. */
    public String displayStatus() {
        return displayStatus;
    }

    public DisplayStage stage() {
        return stage;
    }

    public boolean isTerminal() {
        return this == REJECTED || this == COMPLETED;
    }

    public static OrderState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No order state " + wire));
    }
}
