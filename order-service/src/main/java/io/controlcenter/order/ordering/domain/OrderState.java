package io.controlcenter.order.ordering.domain;

import java.util.Arrays;

/**
 * Where an order is in its life: the states of MEF 123 (table 8), with {@code draft} of TMF622 v5 and {@code submitted}
 * before them and {@code awaitingAcceptance} after fulfilment, because the life cycle begins with submittal and ends with
 * customer acceptance (handbook S21).
 */
public enum OrderState {
    DRAFT("draft", "Draft"),
    SUBMITTED("submitted", "Submitted"),
    REJECTED("rejected", "Rejected"),
    ACKNOWLEDGED("acknowledged", "Acknowledged"),
    IN_PROGRESS("inProgress", "In progress"),
    HELD("held.assessingCharge", "Waiting for your answer to a charge"),
    PENDING("pending.assessingModification", "Assessing your change"),
    ASSESSING_CANCELLATION("assessingCancellation", "Assessing your cancellation"),
    PENDING_CANCELLATION("pendingCancellation", "Being cancelled"),
    AWAITING_ACCEPTANCE("awaitingAcceptance", "Awaiting your acceptance"),
    COMPLETED("completed", "Completed"),
    PARTIAL("partial", "Completed in part"),
    CANCELLED("cancelled", "Cancelled"),
    FAILED("failed", "Failed");

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

    OrderState(String wire, String displayStatus) {
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

    public boolean isTerminal() {
        return switch (this) {
            case REJECTED, COMPLETED, PARTIAL, CANCELLED, FAILED -> true;
            case DRAFT,
                    SUBMITTED,
                    ACKNOWLEDGED,
                    IN_PROGRESS,
                    HELD,
                    PENDING,
                    ASSESSING_CANCELLATION,
                    PENDING_CANCELLATION,
                    AWAITING_ACCEPTANCE -> false;
        };
    }

    /** Whether delivery has begun and is not over. */
    public boolean isBeingDelivered() {
        return this == IN_PROGRESS || this == HELD || this == PENDING || this == AWAITING_ACCEPTANCE;
    }

    public static OrderState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No order state " + wire));
    }
}
