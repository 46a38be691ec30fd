package io.controlcenter.repair.ticketing.messaging;

import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.repair.ticketing.application.RepairSettings;
import io.controlcenter.repair.ticketing.application.TicketJournal;
import io.controlcenter.repair.ticketing.domain.FixAgent;
import io.controlcenter.repair.ticketing.domain.Note;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.Technician;
import io.controlcenter.repair.ticketing.domain.TestRun;
import io.controlcenter.repair.ticketing.domain.TicketEvent;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.domain.TicketState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other domains what happened to a ticket. */
@Component
class TicketEventsOut implements TicketJournal {

    static final String TOPIC = "repair.ticket.v1";
    private static final String UNANSWERED = "Nobody answered in time";
    private final Outbox outbox;
    private final int levels;
    private final Clock clock;

    TicketEventsOut(Outbox outbox, RepairSettings settings, Clock clock) {
        this.outbox = outbox;
        this.levels = settings.escalation().levels();
        this.clock = clock;
    }

    @Override
    public void write(TicketSnapshot ticket, List<TicketEvent> events, Person by) {
        for (var event : events) {
            switch (event) {
                case TicketEvent.Opened _ -> send(ticket, "repair.ticket.created.v1", message(ticket));
                case TicketEvent.TechnicianAssigned assigned ->
                    send(
                            ticket,
                            "repair.ticket.assigned.v1",
                            message(ticket, null, assigned.reason(), assigned.previous()));
                case TicketEvent.StateChanged change -> {
                    send(
                            ticket,
                            "repair.ticket.state-changed.v1",
                            message(ticket, change.from(), reason(change, events), null));
                    if (change.to() == TicketState.PENDING) {
                        send(ticket, "repair.ticket.information-required.v1", question(ticket, change));
                    }
                }
                case TicketEvent.Resolved _ -> send(ticket, "repair.ticket.resolved.v1", message(ticket));
                case TicketEvent.Closed(var byItself) ->
                    send(ticket, "repair.ticket.closed.v1", message(ticket, null, byItself ? UNANSWERED : null, null));
                case TicketEvent.Reopened(var reason) ->
                    send(ticket, "repair.ticket.reopened.v1", message(ticket, null, reason, null));
                case TicketEvent.Cancelled _ -> send(ticket, "repair.ticket.cancelled.v1", message(ticket));
                case TicketEvent.Escalated escalated ->
                    send(ticket, "repair.ticket.escalated.v1", escalated(ticket, escalated));
                case TicketEvent.NoteAdded(var note) ->
                    send(ticket, "repair.ticket.note-added.v1", noted(ticket, note, by));
                case TicketEvent.RestoreTargetAtRisk(var percent) ->
                    send(
                            ticket,
                            percent < 100 ? "repair.sla.at-risk.v1" : "repair.sla.breached.v1",
                            clock(ticket, percent));
                case TicketEvent.TestFinished(var run) ->
                    send(ticket, "repair.test.completed.v1", completed(ticket, run));
                case TicketEvent.FixAgentChanged(var agent, var from) ->
                    send(ticket, "repair.fix-agent.changed.v1", changed(ticket, agent, from));
                case TicketEvent.PriorityChanged _,
                        TicketEvent.Amended _,
                        TicketEvent.TestStarted _,
                        TicketEvent.AlarmRepeated _,
                        TicketEvent.Attached _,
                        TicketEvent.Linked _,
                        TicketEvent.Followed _ -> {
                    // shows in the ticket with its next event; nobody else acts on it
                }
            }
        }
    }

    /** Who is told of a new state by mail hears of it from this event, so it says why a ticket closed by itself. */
    private static @Nullable String reason(TicketEvent.StateChanged change, List<TicketEvent> events) {
        return events.contains(new TicketEvent.Closed(true)) ? UNANSWERED : change.reason();
    }

    private void send(TicketSnapshot ticket, String type, Object data) {
        outbox.append(new OutboxEvent(
                TOPIC, type, ticket.ticketNumber(), ticket.enterpriseId(), ticket.accountId(), ticket.version(), data));
    }

    private TicketMessages.Ticket message(TicketSnapshot ticket) {
        return message(ticket, null, null, null);
    }

    private TicketMessages.Ticket message(
            TicketSnapshot ticket, @Nullable TicketState from, @Nullable String reason, @Nullable Technician previous) {
        var resolution = ticket.resolution();
        return new TicketMessages.Ticket(
                ticket.ticketNumber(),
                ticket.accountId(),
                ticket.report().serviceId(),
                ticket.report().circuitId(),
                ticket.report().kind().name(),
                ticket.origin().name(),
                ticket.priority().name(),
                ticket.report().observedImpact().name(),
                ticket.report().description(),
                ticket.state().wire(),
                ticket.state().displayStatus(),
                from == null ? null : from.wire(),
                reason,
                who(ticket.technician()),
                who(previous),
                resolution == null
                        ? null
                        : new TicketMessages.Cause(
                                resolution.rootCause().code().name(),
                                resolution.rootCause().party().name(),
                                resolution.rootCause().text()),
                resolution == null ? null : resolution.text(),
                contacts(ticket),
                ticket.openedAt(),
                clock.instant());
    }

    private static TicketMessages.@Nullable Who who(@Nullable Technician technician) {
        return technician == null
                ? null
                : new TicketMessages.Who(
                        technician.userId(), technician.name(), technician.phone(), technician.email());
    }

    private static List<TicketMessages.Person> contacts(TicketSnapshot ticket) {
        return ticket.report().contacts().stream()
                .map(contact -> new TicketMessages.Person(
                        contact.role().name(), contact.name(), contact.email(), contact.phone()))
                .toList();
    }

    private TicketMessages.Escalated escalated(TicketSnapshot ticket, TicketEvent.Escalated escalated) {
        return new TicketMessages.Escalated(
                ticket.ticketNumber(),
                ticket.accountId(),
                ticket.report().serviceId(),
                ticket.priority().name(),
                ticket.state().wire(),
                escalated.level(),
                levels,
                escalated.reason(),
                escalated.callBack(),
                who(ticket.technician()),
                contacts(ticket),
                clock.instant());
    }

    private TicketMessages.InformationRequired question(TicketSnapshot ticket, TicketEvent.StateChanged change) {
        return new TicketMessages.InformationRequired(
                ticket.ticketNumber(),
                ticket.accountId(),
                ticket.report().serviceId(),
                change.reason() == null ? "" : change.reason(),
                who(ticket.technician()),
                contacts(ticket),
                clock.instant());
    }

    private TicketMessages.NoteAdded noted(TicketSnapshot ticket, Note note, Person by) {
        return new TicketMessages.NoteAdded(
                ticket.ticketNumber(),
                ticket.accountId(),
                ticket.report().serviceId(),
                note.noteId(),
                by.id(),
                by.name(),
                by.side().name(),
                note.internal(),
                note.text(),
                note.internal() ? List.of() : contacts(ticket),
                clock.instant());
    }

    private TicketMessages.TestCompleted completed(TicketSnapshot ticket, TestRun run) {
        return new TicketMessages.TestCompleted(
                ticket.ticketNumber(),
                ticket.accountId(),
                ticket.report().serviceId(),
                run.testId(),
                run.type().name(),
                run.intrusive(),
                run.requestedBy().name(),
                run.startedAt(),
                run.finishedAt(),
                run.result() == null ? null : run.result().name(),
                run.measurements(),
                clock.instant());
    }

    private TicketMessages.FixAgentChanged changed(
            TicketSnapshot ticket, FixAgent agent, FixAgent.@Nullable State from) {
        return new TicketMessages.FixAgentChanged(
                ticket.ticketNumber(),
                ticket.accountId(),
                ticket.report().serviceId(),
                agent.agentId(),
                agent.kind().name(),
                agent.name(),
                agent.vendorTicket(),
                agent.dispatchFrom(),
                agent.dispatchUntil(),
                from == null ? null : from.name(),
                agent.state().name(),
                contacts(ticket),
                clock.instant());
    }

    private TicketMessages.RestoreClock clock(TicketSnapshot ticket, int percent) {
        var now = clock.instant();
        return new TicketMessages.RestoreClock(
                ticket.ticketNumber(),
                ticket.accountId(),
                ticket.report().serviceId(),
                ticket.priority().name(),
                percent,
                Duration.ofSeconds(ticket.clock().targetSeconds()).toMinutes(),
                ticket.clock().elapsed(now).toMinutes(),
                who(ticket.technician()),
                contacts(ticket),
                now);
    }
}
