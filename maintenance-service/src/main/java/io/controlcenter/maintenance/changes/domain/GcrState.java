package io.controlcenter.maintenance.changes.domain;

import static io.controlcenter.maintenance.changes.domain.Trigger.CANCEL;
import static io.controlcenter.maintenance.changes.domain.Trigger.COMPLETE;
import static io.controlcenter.maintenance.changes.domain.Trigger.CONFIRM;
import static io.controlcenter.maintenance.changes.domain.Trigger.EDIT;
import static io.controlcenter.maintenance.changes.domain.Trigger.INVOKE_ALTERNATE;
import static io.controlcenter.maintenance.changes.domain.Trigger.NOT_COMPLETE;
import static io.controlcenter.maintenance.changes.domain.Trigger.POSTPONE;
import static io.controlcenter.maintenance.changes.domain.Trigger.PROPOSE;
import static io.controlcenter.maintenance.changes.domain.Trigger.RESCHEDULE;
import static io.controlcenter.maintenance.changes.domain.Trigger.START;

import java.util.Arrays;
import java.util.List;

/** Where a GCR, or one of its windows, is in its life; what may be asked of it then (domain b.4). */
public enum GcrState {
    PLANNED("planned", "Planned"),
    TENTATIVE("tentative", "Tentative"),
    SCHEDULED("scheduled", "Scheduled"),
    POSTPONED("postponed", "Postponed"),
    IN_PROGRESS("inProgress", "In progress"),
    COMPLETED("completed", "Completed"),
    NOT_COMPLETED("notCompleted", "Not completed"),
    CANCELLED("cancelled", "Cancelled"),
    /** Of a window only: another one took over, and the GCR is scheduled again. */
    ALTERNATE_INVOKED("alternateInvoked", "Alternate night");

    private final String wire;
    private final String displayStatus;

    GcrState(String wire, String displayStatus) {
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

    public List<Trigger> allowed() {
        return switch (this) {
            case PLANNED -> List.of(EDIT, PROPOSE, CONFIRM);
            case TENTATIVE -> List.of(EDIT, CONFIRM, CANCEL);
            case SCHEDULED -> List.of(EDIT, RESCHEDULE, POSTPONE, CANCEL, START);
            case POSTPONED -> List.of(EDIT, RESCHEDULE, CANCEL);
            case IN_PROGRESS -> List.of(COMPLETE, NOT_COMPLETE, INVOKE_ALTERNATE);
            case NOT_COMPLETED -> List.of(RESCHEDULE);
            case COMPLETED, CANCELLED, ALTERNATE_INVOKED -> List.of();
        };
    }

    /** Whether work in such a window may still come. */
    public boolean isOpen() {
        return switch (this) {
            case PLANNED, TENTATIVE, SCHEDULED, POSTPONED, IN_PROGRESS -> true;
            case COMPLETED, NOT_COMPLETED, CANCELLED, ALTERNATE_INVOKED -> false;
        };
    }

    public static GcrState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No GCR state " + wire));
    }

    public static List<String> wires() {
        return Arrays.stream(values()).map(GcrState::wire).toList();
    }
}
