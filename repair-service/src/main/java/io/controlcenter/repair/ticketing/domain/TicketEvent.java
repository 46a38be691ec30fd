package io.controlcenter.repair.ticketing.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket. */
public sealed interface TicketEvent {

    record Opened() implements TicketEvent {}

    record TechnicianAssigned(
            Technician to,
            @Nullable Technician previous,
            @Nullable String reason) implements TicketEvent {}

    record StateChanged(
            TicketState from, TicketState to, @Nullable String reason) implements TicketEvent {}

    record Resolved(Resolution resolution) implements TicketEvent {}

    /** @param byItself nobody answered in time */
    record Closed(boolean byItself) implements TicketEvent {}

    record Reopened(String reason) implements TicketEvent {}

    record Cancelled() implements TicketEvent {}

    record Escalated(int level, String reason, boolean callBack) implements TicketEvent {}

    record PriorityChanged(Priority from, Priority to, String note) implements TicketEvent {}

    /** @param changed names of what the customer changed */
    record Amended(List<String> changed) implements TicketEvent {}

    record NoteAdded(Note note) implements TicketEvent {}

    record TestStarted(TestRun run) implements TicketEvent {}

    record TestFinished(TestRun run) implements TicketEvent {}

    /** @param from null when the agent was just called in */
    record FixAgentChanged(FixAgent agent, FixAgent.@Nullable State from) implements TicketEvent {}

    /** Monitoring repeated itself. */
    record AlarmRepeated(Alarm alarm) implements TicketEvent {}

    record Attached(UUID attachmentId, String name) implements TicketEvent {}

    record Linked(Link link) implements TicketEvent {}

    /** What the ticket is linked to began, went on or ended. */
    record Followed(String text) implements TicketEvent {}

    /** @param percent of the target time that has passed: 75 or 90, or 100 when it is missed */
    record RestoreTargetAtRisk(int percent) implements TicketEvent {}
}
