package io.controlcenter.billing.requests.domain;

import io.controlcenter.billing.support.domain.SupportCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question or a dispute of a customer.
 *
 * @param coordinator who works on it; null before
 * @param resolution the decision; null before, and again after an objection
 * @param version rises with every change
 */
public record BillingRequest(
        String requestNumber,
        String enterpriseId,
        String accountId,
        Subject subject,
        Contact contact,
        String currency,
        RequestState state,
        @Nullable Coordinator coordinator,
        AcknowledgeClock clock,
        Progress progress,
        @Nullable Resolution resolution,
        Instant createdAt,
        String createdBy,
        Instant lastActivityAt,
        long version) {

    /** How it came. */
    public enum Channel {
        PORTAL,
        EMAIL,
        PHONE
    }

    /**
     * What it is about.
     *
     * @param details answers to the questions of its subtype's form
     * @param customerReference the asker's own number
     */
    public record Subject(
            String type,
            String subtype,
            Channel channel,
            @Nullable String invoiceNumber,
            String description,
            Map<String, String> details,
            @Nullable String customerReference) {

        public boolean isDispute() {
            return type.equals("DISPUTE");
        }

        Subject referredToAs(@Nullable String reference) {
            return new Subject(type, subtype, channel, invoiceNumber, description, details, reference);
        }
    }

    /** Whom to answer. */
    public record Contact(
            String name, String email, @Nullable String phone) {}

    /** Who works on it, and can be called. */
    public record Coordinator(
            String userId, String name, @Nullable String phone, String email) {}

    /** Why it was closed. */
    public enum Closing {
        ACCEPTED,
        SILENCE,
        NO_RESPONSE,
        ASKED_FOR
    }

    /**
     * @param decisionDueAt by when a decision is aimed at; moved by the time that the customer takes to answer
     * @param pendedAt since when the customer's answer is waited for
     * @param silentUntil when silence closes it
     * @param objected a decision is objected to once
     */
    public record Progress(
            Instant decisionDueAt,
            @Nullable Instant pendedAt,
            @Nullable String question,
            @Nullable Instant silentUntil,
            boolean objected,
            @Nullable String closeReason,
            @Nullable Closing closing,
            @Nullable Instant closedAt) {

        static Progress until(Instant decisionDueAt, boolean objected) {
            return new Progress(decisionDueAt, null, null, null, objected, null, null, null);
        }

        Progress waiting(Instant since, @Nullable String asked, Instant until) {
            return new Progress(decisionDueAt, since, asked, until, objected, closeReason, null, null);
        }

        Progress asking(String reason) {
            return new Progress(decisionDueAt, null, null, null, objected, reason, null, null);
        }

        Progress closed(Closing why, Instant at) {
            return new Progress(decisionDueAt, null, null, null, objected, closeReason, why, at);
        }
    }

    /** What was decided. */
    public enum Verdict {
        UPHELD,
        PARTLY_UPHELD,
        DENIED,
        ANSWERED
    }

    /** @param creditAmount given back; null when nothing is */
    public record Resolution(
            Verdict outcome, String text, @Nullable BigDecimal creditAmount, Instant at, String by) {}

    /** Either it happened, or it did not and nothing changed. */
    public sealed interface Outcome {

        record Done(BillingRequest request) implements Outcome {}

        record Refused(RequestRefusal why) implements Outcome {}
    }

    public Outcome acknowledge(Instant now) {
        return step(Step.ACKNOWLEDGE, now, change().with(clock.stop(now)));
    }

    public Outcome assign(Coordinator to, Instant now) {
        return step(Step.ASSIGN, now, change().with(to));
    }

    public Outcome research(Instant now) {
        return step(Step.RESEARCH, now, change());
    }

    /** @param days business days of silence after which it is closed */
    public Outcome pend(String question, SupportCalendar calendar, int days, Instant now) {
        var waiting = progress.waiting(now, question, calendar.plusBusinessDays(now, days));
        return step(Step.PEND, now, change().with(waiting));
    }

    /** The time that the customer took is not ours. */
    public Outcome answer(Instant now) {
        var taken = progress.pendedAt() == null ? Duration.ZERO : Duration.between(progress.pendedAt(), now);
        var due = progress.decisionDueAt().plus(taken);
        return step(Step.ANSWER, now, change().with(Progress.until(due, progress.objected())));
    }

    public Outcome resolve(Resolution decision, SupportCalendar calendar, int days, Instant now) {
        if (subject.isDispute() == (decision.outcome() == Verdict.ANSWERED)) {
            return new Outcome.Refused(new RequestRefusal.VerdictUnfit(subject.type()));
        }
        var waiting = progress.waiting(now, null, calendar.plusBusinessDays(now, days));
        return step(Step.RESOLVE, now, change().with(waiting).with(decision));
    }

    public Outcome accept(Instant now) {
        return step(Step.ACCEPT, now, change().with(progress.closed(Closing.ACCEPTED, now)));
    }

    /** Once, and the decision is open again. */
    public Outcome object(Instant decisionDueAt, Instant now) {
        if (state == RequestState.RESOLVED && progress.objected()) {
            return new Outcome.Refused(new RequestRefusal.ObjectedAlready());
        }
        return step(
                Step.OBJECT,
                now,
                change().with(Progress.until(decisionDueAt, true)).undecided());
    }

    public Outcome requestClose(String reason, Instant now) {
        return step(
                Step.REQUEST_CLOSE, now, change().with(progress.asking(reason)).with(clock.stop(stopped(now))));
    }

    /** A request that nobody wants answered any more needs no acknowledgement. */
    private Instant stopped(Instant now) {
        return clock.acknowledgedAt() == null ? now : clock.acknowledgedAt();
    }

    public Outcome close(Instant now) {
        return step(Step.CLOSE, now, change().with(progress.closed(Closing.ASKED_FOR, now)));
    }

    /** The customer was silent for too long. */
    public Outcome fallSilent(Instant now) {
        var why = state == RequestState.RESOLVED ? Closing.SILENCE : Closing.NO_RESPONSE;
        return step(Step.FALL_SILENT, now, change().with(progress.closed(why, now)));
    }

    public Outcome note(Instant now) {
        return step(Step.NOTE, now, change());
    }

    /** Another contact or number of the asker, while it is open. */
    public Outcome addressed(Contact to, @Nullable String reference, Instant now) {
        var changed = new BillingRequest(
                requestNumber,
                enterpriseId,
                accountId,
                subject.referredToAs(reference),
                to,
                currency,
                state,
                coordinator,
                clock,
                progress,
                resolution,
                createdAt,
                createdBy,
                lastActivityAt,
                version);
        return changed.equals(this) ? new Outcome.Done(this) : changed.note(now);
    }

    /** The next of the warnings is given. */
    public BillingRequest warn() {
        return change().with(clock.warn()).made(state, lastActivityAt);
    }

    private Outcome step(Step step, Instant now, Change change) {
        return state.after(step)
                .<Outcome>map(next -> new Outcome.Done(change.made(next, now)))
                .orElseGet(() -> new Outcome.Refused(new RequestRefusal.NotInThisState(step, state)));
    }

    private Change change() {
        return new Change(this, coordinator, clock, progress, resolution);
    }

    private record Change(
            BillingRequest of,
            @Nullable Coordinator coordinator,
            AcknowledgeClock clock,
            Progress progress,
            @Nullable Resolution resolution) {

        Change with(Coordinator next) {
            return new Change(of, next, clock, progress, resolution);
        }

        Change with(AcknowledgeClock next) {
            return new Change(of, coordinator, next, progress, resolution);
        }

        Change with(Progress next) {
            return new Change(of, coordinator, clock, next, resolution);
        }

        Change with(Resolution next) {
            return new Change(of, coordinator, clock, progress, next);
        }

        Change undecided() {
            return new Change(of, coordinator, clock, progress, null);
        }

        BillingRequest made(RequestState next, Instant activity) {
            return new BillingRequest(
                    of.requestNumber,
                    of.enterpriseId,
                    of.accountId,
                    of.subject,
                    of.contact,
                    of.currency,
                    next,
                    coordinator,
                    clock,
                    progress,
                    resolution,
                    of.createdAt,
                    of.createdBy,
                    activity,
                    of.version + 1);
        }
    }
}
