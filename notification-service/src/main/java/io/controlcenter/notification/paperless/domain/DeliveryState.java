package io.controlcenter.notification.paperless.domain;

import java.util.Arrays;

/** How an account's bills are delivered, and what is under way (domain b.6). */
public enum DeliveryState {
    ENROLLED("enrolled", Delivery.PAPERLESS),
    ENROLLMENT_PENDING("enrollmentPending", Delivery.PAPER),
    ELIGIBLE("eligible", Delivery.PAPER),
    UNENROLLMENT_PENDING("unenrollmentPending", Delivery.PAPERLESS),
    INELIGIBLE("ineligible", Delivery.PAPER);

    private final String wire;
    private final Delivery delivery;

    DeliveryState(String wire, Delivery delivery) {
        this.wire = wire;
        this.delivery = delivery;
    }

    public String wire() {
        return wire;
    }

    /** What applies now, whatever is under way. */
    public Delivery delivery() {
        return delivery;
    }

    public static DeliveryState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
