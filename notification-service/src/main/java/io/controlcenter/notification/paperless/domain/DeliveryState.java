package io.controlcenter.notification.paperless.domain;

import java.util.Arrays;

/** How an account's bills are delivered, and what is under way (domain b.6). */
public enum DeliveryState {
    ENROLLED("enrolled", false),
    ENROLLMENT_PENDING("enrollmentPending", true),
    ELIGIBLE("eligible", true),
    UNENROLLMENT_PENDING("unenrollmentPending", false),
    INELIGIBLE("ineligible", true);

    private final String wire;
    private final boolean onPaper;

    DeliveryState(String wire, boolean onPaper) {
        this.wire = wire;
        this.onPaper = onPaper;
    }

    public String wire() {
        return wire;
    }

    /** Whether bills are printed now, whatever is under way. */
    public boolean isOnPaper() {
        return onPaper;
    }

    public static DeliveryState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
