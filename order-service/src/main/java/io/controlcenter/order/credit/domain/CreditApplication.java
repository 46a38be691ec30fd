package io.controlcenter.order.credit.domain;

import static io.controlcenter.order.credit.domain.CreditState.DRAFT;
import static io.controlcenter.order.credit.domain.CreditState.EXPIRED;
import static io.controlcenter.order.credit.domain.CreditState.INFO_REQUIRED;
import static io.controlcenter.order.credit.domain.CreditState.IN_REVIEW;
import static io.controlcenter.order.credit.domain.CreditState.SUBMITTED;
import static io.controlcenter.order.credit.domain.CreditState.WITHDRAWN;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An application for credit on a billing account (domain b.2; handbook S13). It decides what may happen to it; what it
 * was, it stays.
 *
 * @param information what the analyst asks for; null unless something is missing
 * @param decision null until there is one
 * @param version rises with every change
 */
public record CreditApplication(
        String applicationNumber,
        String enterpriseId,
        String accountId,
        CreditState state,
        Applicant applicant,
        @Nullable String information,
        @Nullable CreditDecision decision,
        Instant createdAt,
        @Nullable Instant submittedAt,
        long version) {

    /** What came of it: the application as it would be, or why it stays as it is. */
    public sealed interface Outcome {

        record Done(CreditApplication application) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** Why an application does not do what was asked of it. */
    public sealed interface Refusal {

        record NotInThisState(String what, CreditState state) implements Refusal {}

        record TaxIdMissing() implements Refusal {}
    }

    /** Who asks can correct a draft, and what the analyst found missing. */
    public Outcome change(Applicant to) {
        return state == DRAFT || state == INFO_REQUIRED
                ? new Outcome.Done(with(state, to, information, decision, submittedAt))
                : notNow("changed");
    }

    public Outcome submit(Instant at) {
        if (state != DRAFT) {
            return notNow("submitted");
        }
        return applicant.taxId() == null
                ? new Outcome.Refused(new Refusal.TaxIdMissing())
                : new Outcome.Done(with(SUBMITTED, applicant, null, null, at));
    }

    /** An analyst takes it up. */
    public Outcome review() {
        return state == SUBMITTED ? done(IN_REVIEW) : notNow("taken up");
    }

    /** The analyst asks for something. */
    public Outcome requireInformation(String text) {
        return state == IN_REVIEW
                ? new Outcome.Done(with(INFO_REQUIRED, applicant, text, null, submittedAt))
                : notNow("asked for information");
    }

    /** The customer gave what was asked for. */
    public Outcome provideInformation() {
        return state == INFO_REQUIRED ? done(IN_REVIEW) : notNow("given information");
    }

    public Outcome withdraw() {
        return state == SUBMITTED || state == IN_REVIEW ? done(WITHDRAWN) : notNow("withdrawn");
    }

    public Outcome decide(CreditDecision as) {
        return state == IN_REVIEW
                ? new Outcome.Done(with(as.verdict().state(), applicant, null, as, submittedAt))
                : notNow("decided");
    }

    /** The approval ends after its last day. */
    public Outcome expire(LocalDate today) {
        return state.isApproved() && !holdsOn(today) ? done(EXPIRED) : notNow("expired");
    }

    /** Whether it is an approval that holds on this day. */
    public boolean holdsOn(LocalDate day) {
        var until = decision == null ? null : decision.validUntil();
        return state.isApproved() && until != null && !day.isAfter(until);
    }

    private Outcome done(CreditState to) {
        return new Outcome.Done(with(to, applicant, null, decision, submittedAt));
    }

    private Outcome notNow(String what) {
        return new Outcome.Refused(new Refusal.NotInThisState(what, state));
    }

    private CreditApplication with(
            CreditState to,
            Applicant who,
            @Nullable String missing,
            @Nullable CreditDecision decided,
            @Nullable Instant submitted) {
        return new CreditApplication(
                applicationNumber, enterpriseId, accountId, to, who, missing, decided, createdAt, submitted, version);
    }
}
