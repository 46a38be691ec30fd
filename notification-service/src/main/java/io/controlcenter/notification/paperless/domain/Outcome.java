package io.controlcenter.notification.paperless.domain;

/** What came of asking for another delivery. */
public sealed interface Outcome {

    /** As it is now; the same as before when that was asked for. */
    record Done(DeliveryPreference preference) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
}
