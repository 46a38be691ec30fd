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
 * @param paper what is printed when it is not paperless: all of a bill, or its summary
 * @param effectiveOn when what is under way takes effect; null when nothing is
 */
public record DeliveryPreference(
        String accountId,
        String enterpriseId,
        DeliveryState state,
        Delivery paper,
        Instant since,
        @Nullable LocalDate effectiveOn,
        @Nullable String requestedBy,
        @Nullable Authorization authorization,
        long version) {

    /** A new account is paperless unless paper was asked for. */
    public static DeliveryPreference ofNew(
            String accountId, String enterpriseId, @Nullable Delivery asked, Instant at) {
        return asked != null && asked.isPaper()
                ? new DeliveryPreference(accountId, enterpriseId, ELIGIBLE, asked, at, null, null, null, 1)
                : new DeliveryPreference(accountId, enterpriseId, ENROLLED, Delivery.PAPER, at, null, null, null, 1);
    }

    /** What applies now, whatever is under way. */
    public Delivery delivery() {
        return state.isOnPaper() ? paper : Delivery.PAPERLESS;
    }

    public Outcome enrol(String by, @Nullable Authorization agreed, Instant at, LocalDate nextCycle) {
        return switch (state) {
            case ENROLLED, ENROLLMENT_PENDING -> new Outcome.Done(this);
            case ELIGIBLE ->
                agreed == null
                        ? new Outcome.Refused(new Refusal.AuthorizationMissing())
                        : new Outcome.Done(to(ENROLLMENT_PENDING, paper, at, nextCycle, by, agreed));
            case UNENROLLMENT_PENDING -> new Outcome.Refused(new Refusal.ChangePending(state, effectiveOn));
            case INELIGIBLE -> new Outcome.Refused(new Refusal.Ineligible());
        };
    }

    /** @param form what is to be printed; of an account that is or comes to be on paper it changes at once */
    public Outcome returnToPaper(Delivery form, String by, Instant at, LocalDate nextCycle) {
        return switch (state) {
            case ELIGIBLE, UNENROLLMENT_PENDING -> new Outcome.Done(printing(form));
            case ENROLLED -> new Outcome.Done(to(UNENROLLMENT_PENDING, form, at, nextCycle, by, null));
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
            case ENROLLMENT_PENDING -> to(ENROLLED, paper, at, null, requestedBy, authorization);
            case UNENROLLMENT_PENDING -> to(ELIGIBLE, paper, at, null, requestedBy, null);
            case ENROLLED, ELIGIBLE, INELIGIBLE -> this;
        };
    }

    /** Billing says what applies; what is under way goes on when it does not contradict. */
    public DeliveryPreference heard(Delivery applies, Instant at) {
        if (state == INELIGIBLE) {
            return this;
        }
        var form = applies.isPaper() ? applies : paper;
        return state.isOnPaper() == applies.isPaper()
                ? printing(form)
                : to(applies.isPaper() ? ELIGIBLE : ENROLLED, form, at, null, requestedBy, authorization);
    }

    private DeliveryPreference printing(Delivery form) {
        return form == paper ? this : to(state, form, since, effectiveOn, requestedBy, authorization);
    }

    public DeliveryPreference closed(Instant at) {
        return state == INELIGIBLE ? this : to(INELIGIBLE, paper, at, null, requestedBy, authorization);
    }

    private DeliveryPreference to(
            DeliveryState next,
            Delivery form,
            Instant at,
            @Nullable LocalDate effective,
            @Nullable String by,
            @Nullable Authorization agreed) {
        return new DeliveryPreference(accountId, enterpriseId, next, form, at, effective, by, agreed, version + 1);
    }
}
