package io.controlcenter.identity.registration;

import io.controlcenter.identity.registration.domain.Applicant;
import io.controlcenter.identity.registration.domain.Registration;
import io.controlcenter.identity.registration.domain.RegistrationState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A registration as administrators see it. */
@Schema(name = "Registration")
record RegistrationView(
        String registrationId,
        String href,
        String accountId,
        Applicant applicant,
        RegistrationState state,
        Instant submittedAt,

        @Schema(description = "Until then the link in the mail works")
        Instant expiresAt,

        @Nullable Instant verifiedAt,
        Registration.@Nullable Decision decision) {

    static RegistrationView of(Registration registration) {
        return new RegistrationView(
                registration.registrationId(),
                "/api/v1/registrations/" + registration.registrationId(),
                registration.accountId(),
                registration.applicant(),
                registration.state(),
                registration.submittedAt(),
                registration.expiresAt(),
                registration.verifiedAt(),
                registration.decision());
    }
}
