package io.controlcenter.repair.incidents;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Where a known incident is in its life (MEF 124). */
enum IncidentState {
    CREATED("created"),
    IN_PROGRESS("inProgress"),
    CLOSED("closed");

    private final String wire;

    IncidentState(String wire) {
        this.wire = wire;
    }

    /** As partners and tables know it. */
    String wire() {
        return wire;
    }

    /** What may come next, itself included where it can be told of more than once. */
    Set<IncidentState> next() {
        return switch (this) {
            case CREATED -> Set.of(CREATED, IN_PROGRESS, CLOSED);
            case IN_PROGRESS -> Set.of(IN_PROGRESS, CLOSED);
            case CLOSED -> Set.of();
        };
    }

    static IncidentState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No incident state " + wire));
    }

    static List<String> wires() {
        return Arrays.stream(values()).map(IncidentState::wire).toList();
    }
}
