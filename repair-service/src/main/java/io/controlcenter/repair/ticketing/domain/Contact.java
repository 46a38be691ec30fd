package io.controlcenter.repair.ticketing.domain;

import org.jspecify.annotations.Nullable;

/** Whom to talk to on the customer's side. */
public record Contact(
        Role role, String name, String email, @Nullable String phone) {

    public enum Role {
        /** Who reported the trouble. */
        REPORTER,
        /** Who lets a field technician in. */
        LOCAL,
        /** Who else is kept informed. */
        OTHER
    }
}
