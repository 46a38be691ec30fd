package io.controlcenter.identity.users.domain;

import org.jspecify.annotations.Nullable;

/** What is known of a person. */
public record Profile(
        String email,
        String firstName,
        String lastName,
        @Nullable String phone,
        String timeZone) {

    public String name() {
        return firstName + " " + lastName;
    }
}
