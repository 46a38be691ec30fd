package io.controlcenter.maintenance.inquiries.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question of an enterprise about a GCR that hits it.
 *
 * @param serviceIds what it is about; null for all services that the GCR hits
 * @param customerReference the asker's own
 * @param answer null until there is one
 * @param clock how the time to answer runs
 * @param version rises with every change
 */
public record Inquiry(
        String inquiryNumber,
        String enterpriseId,
        String gcrNumber,
        @Nullable List<String> serviceIds,
        Type type,
        @Nullable String customerReference,
        Contact contact,
        String text,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Answer answer,
        @Nullable Instant closedAt,
        AnswerClock clock,
        long version) {

    /** What is asked for. */
    public enum Type {
        CLARIFY_IMPACT,
        REQUEST_RESCHEDULE,
        SPECIAL_HANDLING,
        OTHER
    }

    public enum State {
        OPEN,
        ANSWERED,
        CLOSED;

        /** What can be done with an inquiry now. */
        public Set<String> allowed() {
            return switch (this) {
                case OPEN -> Set.of("answer");
                case ANSWERED -> Set.of("close");
                case CLOSED -> Set.of();
            };
        }
    }

    /** Whether another time is agreed to. */
    public enum Decision {
        ACCEPTED,
        DECLINED
    }

    /** Whom to call or write to. */
    public record Contact(
            String name, String email, @Nullable String phone) {}

    /** What the change management team says. */
    public record Answer(String text, @Nullable Decision decision, String by, Instant at) {}

    /** Either it happened, or it did not and nothing changed. */
    public sealed interface Outcome {

        record Done(Inquiry inquiry) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** Why an inquiry does not do what was asked of it now. */
    public sealed interface Refusal {

        record NotInThisState(State state) implements Refusal {}

        /** Whoever asked for another time is owed a yes or a no. */
        record DecisionMissing() implements Refusal {}

        /** Nobody asked for another time. */
        record NothingToDecide() implements Refusal {}
    }

    public Outcome answered(Answer given) {
        if (state != State.OPEN) {
            return new Outcome.Refused(new Refusal.NotInThisState(state));
        }
        if (type == Type.REQUEST_RESCHEDULE && given.decision() == null) {
            return new Outcome.Refused(new Refusal.DecisionMissing());
        }
        if (type != Type.REQUEST_RESCHEDULE && given.decision() != null) {
            return new Outcome.Refused(new Refusal.NothingToDecide());
        }
        return new Outcome.Done(with(State.ANSWERED, given, null, clock.stopped()));
    }

    public Outcome closed(Instant at) {
        return state == State.ANSWERED
                ? new Outcome.Done(with(State.CLOSED, answer, at, clock))
                : new Outcome.Refused(new Refusal.NotInThisState(state));
    }

    /** Somebody was told how the time runs. */
    public Inquiry alarmed(Instant now) {
        return with(state, answer, closedAt, clock.alarmed(now));
    }

    /** Until when the clock has run. */
    public Instant clockAt(Instant now) {
        return answer == null ? now : answer.at();
    }

    private Inquiry with(State next, @Nullable Answer given, @Nullable Instant closed, AnswerClock running) {
        return new Inquiry(
                inquiryNumber,
                enterpriseId,
                gcrNumber,
                serviceIds,
                type,
                customerReference,
                contact,
                text,
                next,
                askedBy,
                askedAt,
                given,
                closed,
                running,
                version + 1);
    }
}
