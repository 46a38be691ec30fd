package io.controlcenter.repair.ticketing.persistence;

import io.controlcenter.repair.ticketing.domain.Efforts;
import io.controlcenter.repair.ticketing.domain.FixAgent;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.TestRun;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tests and fix agents, written only where something changed. */
@Component
class TicketEffortRows {

    private static final String WRITE_TEST = """
            insert into ticket_test (test_id, ticket_number, enterprise_id, account_id, type, intrusive, requested_by_id,
              requested_by_name, requested_by_side, started_at, finished_at, result, measurements)
            values (:id, :ticket, :enterprise, :account, :type, :intrusive, :byId, :byName, :bySide, :started, :finished,
              :result, :measurements)
            on conflict (test_id) do update set finished_at = excluded.finished_at, result = excluded.result,
              measurements = excluded.measurements
            where ticket_test.finished_at is null and excluded.finished_at is not null
            """;
    private static final String WRITE_AGENT = """
            insert into ticket_fix_agent (agent_id, ticket_number, enterprise_id, account_id, kind, name, vendor_ticket,
              dispatch_from, dispatch_until, state)
            values (:id, :ticket, :enterprise, :account, :kind, :name, :vendorTicket, :from, :until, :state)
            on conflict (agent_id) do update set state = excluded.state, vendor_ticket = excluded.vendor_ticket
            where (ticket_fix_agent.state, ticket_fix_agent.vendor_ticket)
              is distinct from (excluded.state, excluded.vendor_ticket)
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;

    TicketEffortRows(JdbcClient db, NamedParameterJdbcOperations batch) {
        this.db = db;
        this.batch = batch;
    }

    void write(TicketSnapshot ticket) {
        var efforts = ticket.efforts();
        write(
                WRITE_TEST,
                efforts.tests().stream().map(run -> parameters(ticket, run)).toList());
        write(
                WRITE_AGENT,
                efforts.fixAgents().stream()
                        .map(agent -> parameters(ticket, agent))
                        .toList());
    }

    private void write(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            batch.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }

    private static MapSqlParameterSource of(TicketSnapshot ticket, UUID id) {
        return new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("ticket", ticket.ticketNumber())
                .addValue("enterprise", ticket.enterpriseId())
                .addValue("account", ticket.accountId());
    }

    private static MapSqlParameterSource parameters(TicketSnapshot ticket, TestRun run) {
        return of(ticket, run.testId())
                .addValue("type", run.type().name())
                .addValue("intrusive", run.intrusive())
                .addValue("byId", run.requestedBy().id())
                .addValue("byName", run.requestedBy().name())
                .addValue("bySide", run.requestedBy().side().name())
                .addValue("started", utc(run.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("finished", utc(run.finishedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("result", run.result() == null ? null : run.result().name())
                .addValue("measurements", run.measurements());
    }

    private static MapSqlParameterSource parameters(TicketSnapshot ticket, FixAgent agent) {
        return of(ticket, agent.agentId())
                .addValue("kind", agent.kind().name())
                .addValue("name", agent.name())
                .addValue("vendorTicket", agent.vendorTicket())
                .addValue("from", utc(agent.dispatchFrom()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("until", utc(agent.dispatchUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("state", agent.state().name());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    Efforts of(String ticketNumber) {
        var tests = db.sql("select * from ticket_test where ticket_number = :ticket order by id")
                .param("ticket", ticketNumber)
                .query((row, _) -> test(row))
                .list();
        var agents = db.sql("select * from ticket_fix_agent where ticket_number = :ticket order by id")
                .param("ticket", ticketNumber)
                .query((row, _) -> agent(row))
                .list();
        return new Efforts(tests, agents);
    }

    private static TestRun test(ResultSet row) throws SQLException {
        var result = row.getString("result");
        return new TestRun(
                row.getObject("test_id", UUID.class),
                TestRun.Type.valueOf(row.getString("type")),
                row.getBoolean("intrusive"),
                new Person(
                        row.getString("requested_by_id"),
                        row.getString("requested_by_name"),
                        Person.Side.valueOf(row.getString("requested_by_side"))),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                result == null ? null : TestRun.Result.valueOf(result),
                row.getString("measurements"));
    }

    private static FixAgent agent(ResultSet row) throws SQLException {
        return new FixAgent(
                row.getObject("agent_id", UUID.class),
                FixAgent.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("vendor_ticket"),
                instant(row, "dispatch_from"),
                instant(row, "dispatch_until"),
                FixAgent.State.valueOf(row.getString("state")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
