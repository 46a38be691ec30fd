package io.controlcenter.repair.ticketing.persistence;

import io.controlcenter.repair.ticketing.domain.Accountability;
import io.controlcenter.repair.ticketing.domain.Contact;
import io.controlcenter.repair.ticketing.domain.Link;
import io.controlcenter.repair.ticketing.domain.Pause;
import io.controlcenter.repair.ticketing.domain.Technician;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts, related tickets and accountability, written only where something changed. */
@Component
class TicketParts {

    private static final String WRITE_CONTACT = """
            insert into ticket_contact (ticket_number, position, enterprise_id, account_id, role, name, email, phone)
            values (:ticket, :position, :enterprise, :account, :role, :name, :email, :phone)
            on conflict (ticket_number, position) do update set role = excluded.role, name = excluded.name,
              email = excluded.email, phone = excluded.phone
            where (ticket_contact.role, ticket_contact.name, ticket_contact.email, ticket_contact.phone)
              is distinct from (excluded.role, excluded.name, excluded.email, excluded.phone)
            """;
    private static final String WRITE_RELATED = """
            insert into ticket_related (ticket_number, position, enterprise_id, account_id, related_number)
            values (:ticket, :position, :enterprise, :account, :related)
            on conflict (ticket_number, position) do nothing
            """;
    private static final String WRITE_ACCOUNTABILITY = """
            insert into ticket_accountability (ticket_number, position, enterprise_id, account_id, user_id, name, phone,
              email, since, until, reason)
            values (:ticket, :position, :enterprise, :account, :userId, :name, :phone, :email, :since, :until, :reason)
            on conflict (ticket_number, position) do update set until = excluded.until
            where ticket_accountability.until is distinct from excluded.until
            """;

    private static final String WRITE_PAUSE = """
            insert into ticket_pause (ticket_number, position, enterprise_id, account_id, kind, because, from_at, until_at)
            values (:ticket, :position, :enterprise, :account, :kind, :because, :from, :until)
            on conflict (ticket_number, position) do update set until_at = excluded.until_at
            where ticket_pause.until_at is distinct from excluded.until_at
            """;
    private static final String WRITE_LINK = """
            insert into ticket_link (ticket_number, position, enterprise_id, account_id, type, target_id, since)
            values (:ticket, :position, :enterprise, :account, :type, :target, :since)
            on conflict (ticket_number, position) do nothing
            """;

    /** What of a ticket is not in its row. */
    record Parts(
            List<Contact> contacts,
            List<String> related,
            List<Accountability> accountable,
            List<Pause> pauses,
            List<Link> links) {

        static Parts of(TicketSnapshot ticket) {
            return new Parts(
                    ticket.report().contacts(),
                    ticket.report().relatedTickets(),
                    ticket.accountable(),
                    ticket.pauses(),
                    ticket.links());
        }
    }

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;

    TicketParts(JdbcClient db, NamedParameterJdbcOperations batch) {
        this.db = db;
        this.batch = batch;
    }

    void write(TicketSnapshot ticket) {
        var contacts = ticket.report().contacts();
        db.sql("delete from ticket_contact where ticket_number = :ticket and position >= :kept")
                .param("ticket", ticket.ticketNumber())
                .param("kept", contacts.size())
                .update();
        write(WRITE_CONTACT, ticket, contacts, TicketParts::contact);
        write(WRITE_RELATED, ticket, ticket.report().relatedTickets(), TicketParts::related);
        write(WRITE_ACCOUNTABILITY, ticket, ticket.accountable(), TicketParts::accountability);
        write(WRITE_PAUSE, ticket, ticket.pauses(), TicketParts::pause);
        write(WRITE_LINK, ticket, ticket.links(), TicketParts::link);
    }

    private <T> void write(
            String sql,
            TicketSnapshot ticket,
            List<T> parts,
            BiFunction<MapSqlParameterSource, T, MapSqlParameterSource> parameters) {
        if (!parts.isEmpty()) {
            batch.batchUpdate(
                    sql,
                    IntStream.range(0, parts.size())
                            .mapToObj(i -> parameters.apply(at(ticket, i), parts.get(i)))
                            .toArray(SqlParameterSource[]::new));
        }
    }

    private static MapSqlParameterSource at(TicketSnapshot ticket, int position) {
        return new MapSqlParameterSource()
                .addValue("ticket", ticket.ticketNumber())
                .addValue("position", position)
                .addValue("enterprise", ticket.enterpriseId())
                .addValue("account", ticket.accountId());
    }

    private static MapSqlParameterSource contact(MapSqlParameterSource at, Contact contact) {
        return at.addValue("role", contact.role().name())
                .addValue("name", contact.name())
                .addValue("email", contact.email())
                .addValue("phone", contact.phone());
    }

    private static MapSqlParameterSource related(MapSqlParameterSource at, String number) {
        return at.addValue("related", number);
    }

    private static MapSqlParameterSource accountability(MapSqlParameterSource at, Accountability time) {
        return at.addValue("userId", time.technician().userId())
                .addValue("name", time.technician().name())
                .addValue("phone", time.technician().phone())
                .addValue("email", time.technician().email())
                .addValue("since", time.since().atOffset(ZoneOffset.UTC))
                .addValue(
                        "until",
                        time.until() == null ? null : time.until().atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("reason", time.reason());
    }

    private static MapSqlParameterSource pause(MapSqlParameterSource at, Pause pause) {
        return at.addValue("kind", pause.kind().name())
                .addValue("because", pause.because())
                .addValue("from", pause.from().atOffset(ZoneOffset.UTC))
                .addValue(
                        "until",
                        pause.until() == null ? null : pause.until().atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static MapSqlParameterSource link(MapSqlParameterSource at, Link link) {
        return at.addValue("type", link.type().name())
                .addValue("target", link.id())
                .addValue("since", link.since().atOffset(ZoneOffset.UTC));
    }

    Parts of(String ticketNumber) {
        return new Parts(
                contacts(ticketNumber),
                related(ticketNumber),
                accountable(ticketNumber),
                pauses(ticketNumber),
                links(ticketNumber));
    }

    private List<Pause> pauses(String ticketNumber) {
        return db.sql("select * from ticket_pause where ticket_number = :ticket order by position")
                .param("ticket", ticketNumber)
                .query((row, _) -> new Pause(
                        Pause.Kind.valueOf(row.getString("kind")),
                        row.getString("because"),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        instant(row, "until_at")))
                .list();
    }

    private List<Link> links(String ticketNumber) {
        return db.sql("select * from ticket_link where ticket_number = :ticket order by position")
                .param("ticket", ticketNumber)
                .query((row, _) -> new Link(
                        Link.Type.valueOf(row.getString("type")),
                        row.getString("target_id"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Contact> contacts(String ticketNumber) {
        return db.sql("select * from ticket_contact where ticket_number = :ticket order by position")
                .param("ticket", ticketNumber)
                .query((row, _) -> new Contact(
                        Contact.Role.valueOf(row.getString("role")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone")))
                .list();
    }

    private List<String> related(String ticketNumber) {
        return db.sql("select related_number from ticket_related where ticket_number = :ticket order by position")
                .param("ticket", ticketNumber)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<Accountability> accountable(String ticketNumber) {
        return db.sql("select * from ticket_accountability where ticket_number = :ticket order by position")
                .param("ticket", ticketNumber)
                .query((row, _) -> accountability(row))
                .list();
    }

    private static Accountability accountability(ResultSet row) throws SQLException {
        return new Accountability(
                new Technician(
                        row.getString("user_id"),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                instant(row, "until"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
