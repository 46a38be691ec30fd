package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is going on with a delivery beside its state.
 *
 * @param waitingFor CREDIT while a submitted order waits for it; null when it waits for nothing
 * @param notice of the connection, while it waits for the answer; afterwards the last one
 * @param escalation the level reached so far
 * @param terminationErrors why it was rejected; empty unless it was
 */
public record Progress(
        @Nullable String waitingFor,
        @Nullable PointOfNoReturn pointOfNoReturn,
        @Nullable Jeopardy jeopardy,
        @Nullable Notice notice,
        @Nullable CustomerDelay delay,
        Escalation.@Nullable Level escalation,
        List<TerminationError> terminationErrors) {

    public static final Progress NONE = new Progress(null, null, null, null, null, null, List.of());

    /** Expense that cannot be recovered has begun; the date cannot be changed any more. */
    public record PointOfNoReturn(Instant at, String reason) {}

    /** @param answerBy without an answer by then the services are deemed accepted */
    public record Notice(Instant sentAt, LocalDate sentOn, Instant answerBy) {}

    /**
     * The customer was not ready (domain b.2, rule 4).
     *
     * @param originalDue the customer commit date when it was first so
     * @param newDue the date agreed instead; null while there is none
     * @param commencesOnDue whether services commence on the original date whenever they are accepted
     * @param expiresOn the day on which they commence, or the order is cancelled, whatever the customer does
     */
    public record CustomerDelay(
            LocalDate originalDue, @Nullable LocalDate newDue, boolean commencesOnDue, LocalDate expiresOn) {

        /** Another date is agreed; the order does not end before that. */
        CustomerDelay until(LocalDate date) {
            return new CustomerDelay(
                    originalDue, date, commencesOnDue, date.isBefore(expiresOn) ? expiresOn : date.plusDays(1));
        }
    }

    /** @param pointer JSON Pointer into the order */
    public record TerminationError(String pointer, String code, String detail) {}

    Progress waitingFor(@Nullable String what) {
        return new Progress(what, pointOfNoReturn, jeopardy, notice, delay, escalation, terminationErrors);
    }

    Progress past(PointOfNoReturn point) {
        return new Progress(waitingFor, point, jeopardy, notice, delay, escalation, terminationErrors);
    }

    Progress in(@Nullable Jeopardy danger) {
        return new Progress(waitingFor, pointOfNoReturn, danger, notice, delay, escalation, terminationErrors);
    }

    Progress noticed(Notice sent) {
        return new Progress(waitingFor, pointOfNoReturn, jeopardy, sent, delay, escalation, terminationErrors);
    }

    Progress delayed(CustomerDelay by) {
        return new Progress(waitingFor, pointOfNoReturn, jeopardy, notice, by, escalation, terminationErrors);
    }

    Progress escalated(Escalation.Level to) {
        return new Progress(waitingFor, pointOfNoReturn, jeopardy, notice, delay, to, terminationErrors);
    }

    Progress rejected(List<TerminationError> errors) {
        return new Progress(null, pointOfNoReturn, jeopardy, notice, delay, escalation, List.copyOf(errors));
    }
}
