package io.controlcenter.identity.registration.domain;

import org.jspecify.annotations.Nullable;

/** Who asks for access, as they say. */
public record Applicant(
        String username,
        String email,
        String firstName,
        String lastName,
        @Nullable String phone,
        String timeZone) {}
