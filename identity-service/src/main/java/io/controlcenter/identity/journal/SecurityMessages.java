package io.controlcenter.identity.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data of the events about people's access on {@code identity.user.v1}. */
interface SecurityMessages {

    record SecurityNotice(
            String userId,
            String email,
            String firstName,
            String timeZone,
            String what,
            @Nullable String address,
            Instant at) {}

    record PasswordResetRequested(String userId, String email, String firstName, String resetLink, Instant expiresAt) {}

    record SignedOut(String userId, String sessionId) {}

    record SignedOutEverywhere(String userId) {}

    record ClientTokenRevoked(String clientId) {}
}
