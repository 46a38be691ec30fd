package io.controlcenter.notification.paperless.domain;

import static io.controlcenter.notification.paperless.domain.DeliveryState.ELIGIBLE;
import static io.controlcenter.notification.paperless.domain.DeliveryState.ENROLLED;
import static io.controlcenter.notification.paperless.domain.DeliveryState.ENROLLMENT_PENDING;
import static io.controlcenter.notification.paperless.domain.DeliveryState.INELIGIBLE;
import static io.controlcenter.notification.paperless.domain.DeliveryState.UNENROLLMENT_PENDING;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How one billing account gets its bills. A change takes effect with the next cycle (handbook S57, S60).
 *
 * @param effectiveOn when what is under way takes effect; null when nothing is
 */
public record DeliveryPreference(
        String accountId,
        String enterpriseId,
        DeliveryState state,
        Instant since,
        @Nullable LocalDate effectiveOn,
        @Nullable String requestedBy,
        @Nullable Authorization authorization,
        long version) {

    /** A new account is paperless unless paper was asked for. */
    public static DeliveryPreference ofNew(
            String accountId, String enterpriseId, @Nullable Delivery asked, Instant at) {
        var state = asked == Delivery.PAPER ? ELIGIBLE : ENROLLED;
        return new DeliveryPreference(accountId, enterpriseId, state, at, null, null, null, 1);
    }

    public Outcome enrol(String by, @Nullable Authorization agreed, Instant at, LocalDate nextCycle) {
        return switch (state) {
            case ENROLLED, ENROLLMENT_PENDING -> new Outcome.Done(this);
            case ELIGIBLE ->
                agreed == null
                        ? new Outcome.Refused(new Refusal.AuthorizationMissing())
                        : new Outcome.Done(to(ENROLLMENT_PENDING, at, nextCycle, by, agreed));
            case UNENROLLMENT_PENDING -> new Outcome.Refused(new Refusal.ChangePending(state, effectiveOn));
            case INELIGIBLE -> new Outcome.Refused(new Refusal.Ineligible());
        };
    }

    public Outcome returnToPaper(String by, Instant at, LocalDate nextCycle) {
        return switch (state) {
            case ELIGIBLE, UNENROLLMENT_PENDING -> new Outcome.Done(this);
            case ENROLLED -> new Outcome.Done(to(UNENROLLMENT_PENDING, at, nextCycle, by, null));
            case ENROLLMENT_PENDING -> new Outcome.Refused(new Refusal.ChangePending(state, effectiveOn));
            case INELIGIBLE -> new Outcome.Refused(new Refusal.Ineligible());
        };
    }

    /** What was under way takes effect, if its cycle has come. */
    public DeliveryPreference onCycle(LocalDate today, Instant at) {
        if (effectiveOn == null || today.isBefore(effectiveOn)) {
            return this;
        }
        return switch (state) {
            case ENROLLMENT_PENDING -> to(ENROLLED, at, null, requestedBy, authorization);
            case UNENROLLMENT_PENDING -> to(ELIGIBLE, at, null, requestedBy, null);
            case ENROLLED, ELIGIBLE, INELIGIBLE -> this;
        };
    }

    /** Billing says what applies; what is under way goes on when it does not contradict. */
    public DeliveryPreference heard(Delivery applies, Instant at) {
        if (state == INELIGIBLE || state.delivery() == applies) {
            return this;
        }
        return to(applies == Delivery.PAPER ? ELIGIBLE : ENROLLED, at, null, requestedBy, authorization);
    }

    public DeliveryPreference closed(Instant at) {
        return state == INELIGIBLE ? this : to(INELIGIBLE, at, null, requestedBy, authorization);
    }

    private DeliveryPreference to(
            DeliveryState next,
            Instant at,
            @Nullable LocalDate effective,
            @Nullable String by,
            @Nullable Authorization agreed) {
        return new DeliveryPreference(accountId, enterpriseId, next, at, effective, by, agreed, version + 1);
    }
}
