package io.controlcenter.notification.paperless.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why a delivery preference stays as it is. */
public sealed interface Refusal {

    /** The account is closed. */
    record Ineligible() implements Refusal {}

    /** Going paperless needs somebody's word. */
    record AuthorizationMissing() implements Refusal {}

    /** An earlier change has not taken effect yet. */
    record ChangePending(DeliveryState state, @Nullable LocalDate effectiveOn) implements Refusal {}
}
