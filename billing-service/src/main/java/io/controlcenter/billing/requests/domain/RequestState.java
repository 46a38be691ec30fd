package io.controlcenter.billing.requests.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a billing request is in its life (domain b.5). */
public enum RequestState {
    RECEIVED("received", "Open"),
    ACKNOWLEDGED("acknowledged", "Open"),
    PROCESSING("processing", "Processing"),
    RESEARCHING("researching", "Active"),
    PENDING_CUSTOMER("pendingCustomer", "Active"),
    RESOLVED("resolved", "Active"),
    CLOSE_REQUESTED("closeRequested", "Active"),
    CLOSED("closed", "Closed");

    private final String wire;
    private final String displayStatus;

    RequestState(String wire, String displayStatus) {
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

    /** The state after this step; empty when the step is not possible now. */
    public Optional<RequestState> after(Step step) {
        return step.from(this);
    }

    /** What can be done with a request in this state. */
    public List<String> possible() {
        return Arrays.stream(Step.values())
                .filter(step -> after(step).isPresent())
                .map(Step::words)
                .toList();
    }

    public static RequestState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No state of a billing request: " + wire));
    }

    public static List<String> wires() {
        return Arrays.stream(values()).map(RequestState::wire).toList();
    }
}
