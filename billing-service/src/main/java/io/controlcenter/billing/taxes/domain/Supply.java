package io.controlcenter.billing.taxes.domain;

import org.jspecify.annotations.Nullable;

/** What is sold where, as far as taxes depend on it. */
public record Supply(Place place, @Nullable String productCode, Kind kind) {

    /** How something is charged. */
    public enum Kind {
        RECURRING,
        ONE_TIME,
        USAGE,
        /** A charge for paying late, which is no supply; taxed only where a rule says so. */
        LATE,
        /** Money that came back, which is no supply either. */
        RETURNED_PAYMENT
    }
}
