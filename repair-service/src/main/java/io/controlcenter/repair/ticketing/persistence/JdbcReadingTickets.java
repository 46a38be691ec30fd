package io.controlcenter.repair.ticketing.persistence;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.domain.Kind;
import io.controlcenter.repair.ticketing.domain.ObservedImpact;
import io.controlcenter.repair.ticketing.domain.Origin;
import io.controlcenter.repair.ticketing.domain.Priority;
import io.controlcenter.repair.ticketing.domain.Severity;
import io.controlcenter.repair.ticketing.domain.Ticket;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.domain.TicketState;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcReadingTickets implements ReadingTickets {

    /** What a list shows unless asked for more. */
    private static final Duration RECENT = Duration.ofDays(90);

    private static final RowMapper<Line> LINE = DataClassRowMapper.newInstance(Line.class);
    private static final RowMapper<Entry> ENTRY = DataClassRowMapper.newInstance(Entry.class);
    private static final List<String> DISPLAYED = Arrays.stream(TicketState.values())
            .map(TicketState::displayStatus)
            .distinct()
            .toList();
    private static final Listing LINES = lines().order("-openedAt", "t.id");
    private static final Listing QUEUE =
            lines().number("priorityRank", "t.priority_rank").order("priorityRank", "t.id");
    private static final Listing TIMELINE = Listing.of("l.*, l.actor_name as actor", "ticket_timeline l")
            .choice(
                    "kind",
                    "l.kind",
                    List.of(
                            "STATE",
                            "TECHNICIAN",
                            "RESOLUTION",
                            "ESCALATION",
                            "PRIORITY",
                            "CHANGE",
                            "TEST",
                            "FIX_AGENT",
                            "NOTE",
                            "ALARM",
                            "ATTACHMENT",
                            "LINK",
                            "CLOCK"))
            .choice("source", "l.source", List.of("CUSTOMER", "PROVIDER", "SYSTEM"))
            .number("id", "l.id")
            .order("id", "l.id");

    private static final String DUE_AT =
            "(t.clock_running_since + make_interval(secs => t.clock_target_seconds - t.clock_counted_seconds))";

    private static Listing lines() {
        return Listing.of("t.*, %s as due_at".formatted(DUE_AT), "ticket t")
                .text("accountId", "t.account_id")
                .text("serviceId", "t.service_id")
                .text("circuitId", "t.circuit_id")
                .text("customerReference", "t.customer_reference")
                .text("technicianId", "t.technician_user_id")
                .choice("state", "t.state", TicketState.wires())
                .choice("priority", "t.priority", Priority.class)
                .choice("kind", "t.kind", Kind.class)
                .choice("origin", "t.origin", Origin.class)
                .choice("observedImpact", "t.observed_impact", ObservedImpact.class)
                .choice("severity", "t.severity", Severity.class)
                .choice("displayStatus", displayStatus(), DISPLAYED)
                .bool("assigned", "(t.technician_user_id is not null)")
                .bool("chronic", "t.chronic")
                .instant("dueAt", "coalesce(%s, 'infinity')".formatted(DUE_AT)) // a cursor needs a value
                .instant("endedAt", "coalesce(t.ended_at, 'infinity')")
                .number("escalationLevel", "t.escalation_level")
                .instant("openedAt", "t.opened_at");
    }

    private static String displayStatus() {
        return Arrays.stream(TicketState.values())
                .map(state -> "when '%s' then '%s'".formatted(state.wire(), state.displayStatus()))
                .collect(Collectors.joining(" ", "(case t.state ", " end)"));
    }

    private final JdbcClient db;
    private final Tickets tickets;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcReadingTickets(JdbcClient db, Tickets tickets, AuditTrail audit, Clock clock) {
        this.db = db;
        this.tickets = tickets;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<TicketSnapshot> find(String ticketNumber) {
        return tickets.find(ticketNumber).map(Ticket::snapshot);
    }

    @Override
    public boolean isChronic(String ticketNumber) {
        return db.sql("select chronic from ticket where ticket_number = :number")
                .param("number", ticketNumber)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public Page<Line> list(String enterpriseId, ListRequest request) {
        var asksForTime = request.filters().keySet().stream().anyMatch(name -> name.startsWith("openedAt"));
        var since = OffsetDateTime.now(clock).minus(RECENT);
        return asksForTime
                ? LINES.page(db, request, "t.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), LINE)
                : LINES.page(
                        db,
                        request,
                        "t.enterprise_id = :enterprise and t.opened_at >= :since",
                        Map.of("enterprise", enterpriseId, "since", since),
                        LINE);
    }

    @Override
    @Transactional
    public Page<Line> workQueue(ListRequest request) {
        audit.record(null, "ticket.WorkQueueRead", "ticket", "*", null, request.filters());
        return QUEUE.page(db, request, "t.ended_at is null", Map.of(), LINE);
    }

    @Override
    public Page<Entry> timeline(String ticketNumber, boolean withInternal, ListRequest request) {
        return TIMELINE.page(
                db,
                request,
                "l.ticket_number = :ticket and (not l.internal or :internal)",
                Map.of("ticket", ticketNumber, "internal", withInternal),
                ENTRY);
    }

    @Override
    public List<Entry> course(String ticketNumber) {
        return db.sql("""
                        select l.*, l.actor_name as actor from ticket_timeline l
                        where l.ticket_number = :ticket and not l.internal
                          and l.kind in ('STATE', 'TECHNICIAN', 'RESOLUTION', 'ESCALATION', 'TEST', 'FIX_AGENT', 'LINK')
                        order by l.id limit 200""").param("ticket", ticketNumber).query(ENTRY).list();
    }

    @Override
    public Optional<Entry> note(String ticketNumber, UUID noteId, boolean withInternal) {
        return db.sql("""
                        select l.*, l.actor_name as actor from ticket_timeline l
                        where l.ticket_number = :ticket and l.note_id = :id and (not l.internal or :internal)""")
                .param("ticket", ticketNumber)
                .param("id", noteId)
                .param("internal", withInternal)
                .query(ENTRY)
                .optional();
    }
}
