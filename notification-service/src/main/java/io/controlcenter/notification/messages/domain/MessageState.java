package io.controlcenter.notification.messages.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The life of a message (domain b.6; TMF681 has the same under other names). */
public enum MessageState {
    QUEUED("queued"),
    SENDING("sending"),
    SENT("sent"),
    DELIVERED("delivered"),
    RETRY_SCHEDULED("retryScheduled"),
    FAILED("failed"),
    SUPPRESSED("suppressed"),
    CANCELLED("cancelled");

    private final String wire;

    MessageState(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static MessageState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }

    public static List<String> wires() {
        return Arrays.stream(values()).map(MessageState::wire).toList();
    }

    /** Where a message can go from here. Sending again is what happens to one whose sender was lost. */
    public Set<MessageState> next() {
        return switch (this) {
            case QUEUED, RETRY_SCHEDULED -> Set.of(SENDING, SUPPRESSED, CANCELLED);
            case SENDING -> Set.of(SENDING, SENT, RETRY_SCHEDULED, FAILED, SUPPRESSED);
            case SENT -> Set.of(DELIVERED);
            case DELIVERED, FAILED, SUPPRESSED, CANCELLED -> Set.of();
        };
    }

    public boolean isWaiting() {
        return this == QUEUED || this == RETRY_SCHEDULED || this == SENDING;
    }
}
