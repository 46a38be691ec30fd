package io.controlcenter.repair.chronic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closed tickets as chronic detection sees them, and what it found. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ChronicFindings {

    private final JdbcClient db;

    ChronicFindings(JdbcClient db) {
        this.db = db;
    }

    enum Scope {
        CIRCUIT,
        SITE
    }

    /** A closed ticket, with the site of its service. */
    record Closed(
            String ticketNumber,
            String enterpriseId,
            String accountId,
            String serviceId,
            String circuitId,
            @Nullable String siteId,
            @Nullable String siteName,
            Instant openedAt) {}

    /** Tickets that closed and were not looked at, oldest first. */
    List<Closed> unexamined(int atMost) {
        return db.sql(SELECT + """
                         where t.state = 'closed' and not t.chronic_examined
                        order by t.ended_at limit :most""")
                .param("most", atMost)
                .query((row, _) -> closed(row))
                .list();
    }

    /** Each is looked at once: false when it was. */
    boolean examined(String ticketNumber) {
        return db.sql("""
                        update ticket set chronic_examined = true
                        where ticket_number = :number and not chronic_examined""").param("number", ticketNumber).update() > 0;
    }

    /**
     * The tickets that count, of one circuit or site of one enterprise: closed, opened after an instant, not the
     * customer's or nobody's fault, and not in an earlier finding of the same scope.
     */
    List<Closed> counting(Scope scope, Closed last, Instant since, ChronicSettings rules) {
        var column = scope == Scope.CIRCUIT ? "t.circuit_id = :id" : "s.site_id = :id";
        return db.sql(SELECT + """
                         where %s and t.enterprise_id = :enterprise and t.state = 'closed' and t.kind <> 'CHRONIC'
                          and t.opened_at > :since and t.opened_at > coalesce((select max(f.detected_at)
                            from chronic_finding f
                            where f.scope = :scope and f.scope_id = :id and f.enterprise_id = :enterprise), '-infinity')
                          and t.root_cause_code not in (:causes) and t.root_cause_party not in (:parties)
                        order by t.opened_at, t.id""".formatted(column))
                .param("id", scope == Scope.CIRCUIT ? last.circuitId() : last.siteId())
                .param("scope", scope.name())
                .param("enterprise", last.enterpriseId())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("causes", names(rules.excludedCauses()))
                .param("parties", names(rules.excludedParties()))
                .query((row, _) -> closed(row))
                .list();
    }

    private static List<String> names(Collection<? extends Enum<?>> excluded) {
        return excluded.isEmpty()
                ? List.of("")
                : excluded.stream().map(Enum::name).toList();
    }

    Optional<String> openChronicTicket(String serviceId) {
        return db.sql("""
                        select ticket_number from ticket
                        where service_id = :service and kind = 'CHRONIC' and ended_at is null limit 1""").param("service", serviceId).query(String.class).optional();
    }

    void add(UUID id, Scope scope, Closed last, List<String> tickets, String chronicTicket, Instant at) {
        db.sql("""
                        insert into chronic_finding (finding_id, enterprise_id, account_id, scope, scope_id, service_id,
                          ticket_numbers, chronic_ticket, detected_at)
                        values (:id, :enterprise, :account, :scope, :scopeId, :service, :tickets, :chronic, :at)""")
                .param("id", id)
                .param("enterprise", last.enterpriseId())
                .param("account", last.accountId())
                .param("scope", scope.name())
                .param("scopeId", scope == Scope.CIRCUIT ? last.circuitId() : last.siteId())
                .param("service", last.serviceId())
                .param("tickets", tickets.toArray(String[]::new))
                .param("chronic", chronicTicket)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        db.sql("update ticket set chronic = true where ticket_number in (:tickets) or ticket_number = :chronic")
                .param("tickets", tickets)
                .param("chronic", chronicTicket)
                .update();
    }

    private static final String SELECT = """
            select t.ticket_number, t.enterprise_id, t.account_id, t.service_id, t.circuit_id, t.opened_at, s.site_id,
              s.site_name
            from ticket t left join service_ref s on s.service_id = t.service_id""";

    private static Closed closed(ResultSet row) throws SQLException {
        return new Closed(
                row.getString("ticket_number"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                row.getString("service_id"),
                row.getString("circuit_id"),
                row.getString("site_id"),
                row.getString("site_name"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
