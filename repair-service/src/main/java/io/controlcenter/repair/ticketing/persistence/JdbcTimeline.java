package io.controlcenter.repair.ticketing.persistence;

import io.controlcenter.repair.ticketing.application.TicketJournal;
import io.controlcenter.repair.ticketing.domain.Link;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.TicketEvent;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes what happened to a ticket in words, with who and when; what was said of it is kept as a note. */
@Component
class JdbcTimeline implements TicketJournal {

    private final NamedParameterJdbcOperations batch;
    private final Clock clock;

    JdbcTimeline(NamedParameterJdbcOperations batch, Clock clock) {
        this.batch = batch;
        this.clock = clock;
    }

    private record Line(String kind, String text, @Nullable UUID noteId, boolean internal) {

        static Line of(String kind, String text) {
            return new Line(kind, text, null, false);
        }

        static Stream<Line> withNote(Line line, @Nullable String note) {
            return note == null || note.isBlank()
                    ? Stream.of(line)
                    : Stream.of(line, new Line("NOTE", note, UUID.randomUUID(), false));
        }
    }

    @Override
    public void write(TicketSnapshot ticket, List<TicketEvent> events, Person by) {
        batch.batchUpdate(
                """
                insert into ticket_timeline (ticket_number, enterprise_id, account_id, at, kind, note_id, internal, text,
                  actor_id, actor_name, source)
                values (:ticket, :enterprise, :account, :at, :kind, :noteId, :internal, :text,
                  :actorId, :actorName, :source)
                """,
                events.stream()
                        .flatMap(JdbcTimeline::lines)
                        .map(line -> new MapSqlParameterSource()
                                .addValue("ticket", ticket.ticketNumber())
                                .addValue("enterprise", ticket.enterpriseId())
                                .addValue("account", ticket.accountId())
                                .addValue("at", OffsetDateTime.now(clock))
                                .addValue("kind", line.kind())
                                .addValue("noteId", line.noteId())
                                .addValue("internal", line.internal())
                                .addValue("text", line.text())
                                .addValue("actorId", by.id())
                                .addValue("actorName", by.name())
                                .addValue("source", by.side().name()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static Stream<Line> lines(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened _ -> Stream.of(Line.of("STATE", "The ticket was opened."));
            case TicketEvent.StateChanged(var from, var to, var reason) ->
                Line.withNote(Line.of("STATE", "From %s to %s.".formatted(from.wire(), to.wire())), reason);
            case TicketEvent.TechnicianAssigned(var to, var previous, var reason) ->
                Line.withNote(
                        Line.of(
                                "TECHNICIAN",
                                previous == null
                                        ? to.name() + " is accountable for this ticket."
                                        : "%s is accountable instead of %s.".formatted(to.name(), previous.name())),
                        reason);
            case TicketEvent.Resolved(var resolution) ->
                Line.withNote(
                        Line.of(
                                "RESOLUTION",
                                "Resolved; root cause %s (%s)."
                                        .formatted(
                                                resolution.rootCause().code(),
                                                resolution.rootCause().party())),
                        resolution.text());
            case TicketEvent.Closed(var byItself) ->
                Stream.of(Line.of("STATE", byItself ? "Closed: nobody answered in time." : "Closed by the customer."));
            case TicketEvent.Reopened _, TicketEvent.Cancelled _ -> Stream.of();
            case TicketEvent.Escalated(var level, var reason, var callBack) ->
                Line.withNote(
                        Line.of(
                                "ESCALATION",
                                "Escalated to level " + level + (callBack ? "; a call back is wanted." : ".")),
                        reason);
            case TicketEvent.PriorityChanged(var from, var to, var note) ->
                Line.withNote(Line.of("PRIORITY", "Priority %s instead of %s.".formatted(to, from)), note);
            case TicketEvent.Amended(var changed) ->
                Stream.of(Line.of("CHANGE", "Changed: " + String.join(", ", changed) + "."));
            case TicketEvent.NoteAdded(var note) ->
                Stream.of(new Line("NOTE", note.text(), note.noteId(), note.internal()));
            case TicketEvent.TestStarted(var run) ->
                Stream.of(Line.of(
                        "TEST",
                        run.type()
                                + (run.intrusive() ? " test started; it interrupts the service." : " test started.")));
            case TicketEvent.TestFinished(var run) ->
                Stream.of(Line.of(
                        "TEST",
                        "%s test: %s%s"
                                .formatted(
                                        run.type(),
                                        run.result(),
                                        run.measurements() == null ? "." : "; " + run.measurements())));
            case TicketEvent.FixAgentChanged(var agent, var from) ->
                Stream.of(Line.of(
                        "FIX_AGENT",
                        from == null
                                ? "%s %s was asked to help.".formatted(agent.kind(), agent.name())
                                : "%s: from %s to %s.".formatted(agent.name(), from, agent.state())));
            case TicketEvent.AlarmRepeated(var alarm) ->
                Stream.of(
                        Line.of("ALARM", "Monitoring reports %s: %s".formatted(alarm.observedImpact(), alarm.text())));
            case TicketEvent.Attached attached ->
                Stream.of(Line.of("ATTACHMENT", "A file was added: " + attached.name()));
            case TicketEvent.Linked(var link) ->
                Stream.of(Line.of(
                        "LINK",
                        "Follows "
                                + (link.type() == Link.Type.MAINTENANCE ? "scheduled maintenance " : "incident ")
                                + link.id() + "."));
            case TicketEvent.Followed(var text) -> Stream.of(Line.of("LINK", text));
            case TicketEvent.RestoreTargetAtRisk(var percent) ->
                Stream.of(Line.of(
                        "CLOCK",
                        percent < 100
                                ? percent + " per cent of the time to restore have passed."
                                : "The time to restore has passed."));
        };
    }
}
