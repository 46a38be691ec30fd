package io.controlcenter.repair.ticketing.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a ticket is in its life: the states of MEF 124 (table 9), with {@code assigned} after {@code acknowledged}. */
public enum TicketState {
    ACKNOWLEDGED("acknowledged", "New"),
    ASSIGNED("assigned", "Assigned"),
    IN_PROGRESS("inProgress", "Assigned"),
    PENDING("pending", "Pending"),
    RESOLVED("resolved", "Pending (customer check)"),
    REOPENED("reopened", "Assigned"),
    CLOSED("closed", "Closed"),
    ASSESSING_CANCELLATION("assessingCancellation", "Pending"),
    CANCELLED("cancelled", "Canceled");

    private final String wire;
    private final String displayStatus;

    TicketState(String wire, String displayStatus) {
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
        return this == CLOSED || this == CANCELLED;
    }

    /** The state after this step; empty when the step is not possible now. */
    public Optional<TicketState> after(Step step) {
        return step.from(this);
    }

    /** What can be done with a ticket in this state. */
    public List<String> possible() {
        return Arrays.stream(Step.values())
                .filter(step -> after(step).isPresent())
                .map(Step::words)
                .toList();
    }

    public static TicketState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No ticket state " + wire));
    }

    public static List<String> wires() {
        return Arrays.stream(values()).map(TicketState::wire).toList();
    }
}
