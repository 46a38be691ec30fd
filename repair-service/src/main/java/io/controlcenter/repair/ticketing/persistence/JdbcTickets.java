package io.controlcenter.repair.ticketing.persistence;

import io.controlcenter.repair.ticketing.domain.Link;
import io.controlcenter.repair.ticketing.domain.Ticket;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row by Spring Data JDBC, its parts by SQL. */
@Component
class JdbcTickets implements Tickets {

    private final TicketRows rows;
    private final TicketParts parts;
    private final TicketEffortRows efforts;
    private final TicketRowMapper mapper;
    private final JdbcClient db;

    JdbcTickets(TicketRows rows, TicketParts parts, TicketEffortRows efforts, TicketRowMapper mapper, JdbcClient db) {
        this.rows = rows;
        this.parts = parts;
        this.efforts = efforts;
        this.mapper = mapper;
        this.db = db;
    }

    @Override
    public String nextNumber() {
        return "T-"
                + db.sql("select nextval('ticket_number')").query(Long.class).single();
    }

    @Override
    public Optional<Ticket> find(String ticketNumber) {
        return rows.findById(ticketNumber)
                .map(row -> mapper.toTicket(row, parts.of(ticketNumber), efforts.of(ticketNumber)))
                .map(Ticket::of);
    }

    @Override
    public Set<String> existing(List<String> ticketNumbers) {
        return ticketNumbers.isEmpty()
                ? Set.of()
                : new HashSet<>(db.sql("select ticket_number from ticket where ticket_number in (:numbers)")
                        .param("numbers", ticketNumbers)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    @Override
    public TicketSnapshot add(Ticket ticket) {
        return write(ticket.snapshot(), null);
    }

    @Override
    public TicketSnapshot save(Ticket ticket) {
        return write(ticket.snapshot(), ticket.snapshot().version());
    }

    private TicketSnapshot write(TicketSnapshot ticket, @Nullable Long version) {
        var row = rows.save(mapper.toRow(ticket, version));
        parts.write(ticket);
        efforts.write(ticket);
        return mapper.toTicket(row, TicketParts.Parts.of(ticket), ticket.efforts());
    }

    @Override
    public Optional<String> openOnService(String serviceId, Instant since) {
        return db.sql("""
                        select ticket_number from ticket
                        where service_id = :service and ended_at is null and opened_at >= :since and kind <> 'CHRONIC'
                        order by opened_at desc limit 1""")
                .param("service", serviceId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString(1))
                .optional();
    }

    @Override
    public List<String> waitingForTechnician(int atMost) {
        return db.sql("""
                        select ticket_number from ticket where technician_user_id is null and ended_at is null
                        order by opened_at limit :most""")
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> unansweredFor(Duration silence, Instant now, int atMost) {
        return db.sql("""
                        select ticket_number from ticket where state = 'resolved' and resolved_at <= :before
                        order by resolved_at limit :most""")
                .param("before", now.minus(silence).atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> following(Link.Type type, String id) {
        return db.sql("""
                        select t.ticket_number from ticket_link l join ticket t using (ticket_number)
                        where l.target_id = :id and l.type = :type and t.ended_at is null order by t.id""")
                .param("id", id)
                .param("type", type.name())
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> openOnServices(Collection<String> serviceIds) {
        return serviceIds.isEmpty()
                ? List.of()
                : db.sql("select ticket_number from ticket where service_id in (:ids) and ended_at is null order by id")
                        .param("ids", serviceIds)
                        .query((row, _) -> row.getString(1))
                        .list();
    }

    @Override
    public List<String> toWarnOf(Instant now, int atMost) {
        return db.sql("""
                        select ticket_number from ticket where next_warning_at <= :now
                        order by next_warning_at limit :most""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
