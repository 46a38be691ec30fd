package io.controlcenter.identity.registration.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's request for access, from submission to decision (domain b.1).
 *
 * @param accountId the account whose invoice they named
 * @param expiresAt until when the link in the mail works
 * @param decision how it was decided; null until then
 */
public record Registration(
        String registrationId,
        String enterpriseId,
        String accountId,
        Applicant applicant,
        RegistrationState state,
        Instant submittedAt,
        Instant expiresAt,
        @Nullable Instant verifiedAt,
        @Nullable Decision decision,
        long version) {

    /**
     * @param by name of who decided
     * @param reason why it was rejected
     * @param userId who it became
     */
    public record Decision(
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable String userId) {}

    /** What came of a step: it was taken, or the registration is in a state that does not allow it. */
    public sealed interface Outcome {

        record Taken(Registration registration) implements Outcome {}

        record Refused(RegistrationState state) implements Outcome {}
    }

    /** The link was followed. Followed again, nothing happens; after its time it does not work. */
    public Outcome verify(Instant at) {
        return switch (state) {
            case PENDING_EMAIL ->
                at.isBefore(expiresAt)
                        ? taken(RegistrationState.PENDING_APPROVAL, at, null)
                        : new Outcome.Refused(RegistrationState.EXPIRED);
            case PENDING_APPROVAL -> new Outcome.Taken(this);
            case APPROVED, REJECTED, EXPIRED -> new Outcome.Refused(state);
        };
    }

    public Outcome approve(String by, Instant at, String userId) {
        return decide(RegistrationState.APPROVED, new Decision(by, at, null, userId));
    }

    public Outcome reject(String by, Instant at, String reason) {
        return decide(RegistrationState.REJECTED, new Decision(by, at, reason, null));
    }

    private Outcome decide(RegistrationState to, Decision decided) {
        return switch (state) {
            case PENDING_APPROVAL -> taken(to, verifiedAt, decided);
            case PENDING_EMAIL, APPROVED, REJECTED, EXPIRED -> new Outcome.Refused(state);
        };
    }

    /** The link was not followed in time. */
    public Outcome expire(Instant at) {
        return switch (state) {
            case PENDING_EMAIL ->
                at.isBefore(expiresAt) ? new Outcome.Refused(state) : taken(RegistrationState.EXPIRED, null, null);
            case EXPIRED -> new Outcome.Taken(this);
            case PENDING_APPROVAL, APPROVED, REJECTED -> new Outcome.Refused(state);
        };
    }

    private Outcome taken(RegistrationState to, @Nullable Instant verified, @Nullable Decision decided) {
        return new Outcome.Taken(new Registration(
                registrationId,
                enterpriseId,
                accountId,
                applicant,
                to,
                submittedAt,
                expiresAt,
                verified,
                decided,
                version + 1));
    }
}
