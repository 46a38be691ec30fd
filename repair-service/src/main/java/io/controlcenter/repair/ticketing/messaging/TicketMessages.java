package io.controlcenter.repair.ticketing.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code repair.ticket.v1}, as {@code contracts/events/published} describes them. */
interface TicketMessages {

    record Who(String userId, String name, @Nullable String phone, String email) {}

    record Cause(String code, String party, @Nullable String text) {}

    record Person(
            String role,
            String name,
            String email,
            @Nullable String phone) {}

    /**
     * The ticket as it is after what happened.
     *
     * @param from the state before; null where the state did not change
     * @param reason what was said about it
     * @param previousTechnician who answered for it before; only where that changed
     */
    record Ticket(
            String ticketNumber,
            String accountId,
            String serviceId,
            String circuitId,
            String kind,
            String origin,
            String priority,
            String observedImpact,
            String description,
            String state,
            String displayStatus,
            @Nullable String from,
            @Nullable String reason,
            @Nullable Who technician,
            @Nullable Who previousTechnician,
            @Nullable Cause rootCause,
            @Nullable String resolution,
            List<Person> contacts,
            Instant openedAt,
            Instant at) {}

    record Escalated(
            String ticketNumber,
            String accountId,
            String serviceId,
            String priority,
            String state,
            int level,
            int maxLevel,
            String reason,
            boolean callBack,
            @Nullable Who technician,
            List<Person> contacts,
            Instant at) {}

    /**
     * @param authorId user or client id of who wrote it, who need not be told
     * @param internal among the provider's people: no contact is named, and nobody may be told
     */
    record NoteAdded(
            String ticketNumber,
            String accountId,
            String serviceId,
            UUID noteId,
            String authorId,
            String author,
            String source,
            boolean internal,
            String text,
            List<Person> contacts,
            Instant at) {}

    /** @param question what the provider needs; the customer's next note is the answer */
    record InformationRequired(
            String ticketNumber,
            String accountId,
            String serviceId,
            String question,
            @Nullable Who technician,
            List<Person> contacts,
            Instant at) {}

    record TestCompleted(
            String ticketNumber,
            String accountId,
            String serviceId,
            UUID testId,
            String type,
            boolean intrusive,
            String requestedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String result,
            @Nullable String measurements,
            Instant at) {}

    /** @param from null when the agent was just called in */
    record FixAgentChanged(
            String ticketNumber,
            String accountId,
            String serviceId,
            UUID agentId,
            String kind,
            String name,
            @Nullable String vendorTicket,
            @Nullable Instant dispatchFrom,
            @Nullable Instant dispatchUntil,
            @Nullable String from,
            String state,
            List<Person> contacts,
            Instant at) {}

    /** @param percent of the target time that has passed */
    record RestoreClock(
            String ticketNumber,
            String accountId,
            String serviceId,
            String priority,
            int percent,
            long targetMinutes,
            long elapsedMinutes,
            @Nullable Who technician,
            List<Person> contacts,
            Instant at) {}
}
