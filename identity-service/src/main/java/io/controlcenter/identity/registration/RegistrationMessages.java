package io.controlcenter.identity.registration;

import java.time.Instant;
import java.util.List;

/** The data of the events on {@code identity.registration.v1}. */
interface RegistrationMessages {

    /** @param verificationLink a page on which the applicant confirms the mail address, until it expires */
    record Submitted(
            String registrationId,
            String enterpriseId,
            String email,
            String firstName,
            String verificationLink,
            Instant expiresAt) {}

    /** @param administrators of the enterprise, who can decide */
    record PendingApproval(
            String registrationId,
            String enterpriseId,
            String email,
            String firstName,
            String lastName,
            List<Administrator> administrators) {}

    record Administrator(String userId, String email, String name) {}

    /** @param userId who was invited by it; the invitation is a mail of its own */
    record Approved(String registrationId, String enterpriseId, String email, String firstName, String userId) {}

    record Rejected(String registrationId, String enterpriseId, String email, String firstName, String reason) {}
}
