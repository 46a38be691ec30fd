package io.controlcenter.repair.incidents;

import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import io.controlcenter.repair.services.KnownService;
import io.controlcenter.repair.ticketing.application.KnownIncidents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Incidents in PostgreSQL. Whoever sees none of the services that an incident affects does not see it. */
@Component
@Transactional
class Incidents implements KnownIncidents {

    private static final String SEEN =
            "exists (select 1 from incident_service s where s.incident_number = i.incident_number)";
    private static final Listing LISTING = Listing.of("i.*", "incident i")
            .choice("state", "i.state", IncidentState.wires())
            .instant("startedAt", "i.started_at")
            .instant("declaredAt", "i.declared_at")
            .order("-declaredAt", "i.id");
    private static final RowMapper<Row> ROW = (row, _) -> row(row);

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;

    Incidents(JdbcClient db, NamedParameterJdbcOperations batch) {
        this.db = db;
        this.batch = batch;
    }

    /** @param expectedEnd null when nobody knows */
    record Row(
            String incidentNumber,
            String title,
            String description,
            IncidentState state,
            Instant startedAt,
            @Nullable Instant expectedEnd,
            @Nullable String resolution,
            Instant declaredAt,
            @Nullable Instant closedAt,
            long version) {}

    record Affected(String incidentNumber, String enterpriseId, String accountId, String serviceId) {}

    record Update(String incidentNumber, Instant at, String text) {}

    String nextNumber() {
        return "I-"
                + db.sql("select nextval('incident_number')").query(Long.class).single();
    }

    void add(Row incident, String by) {
        db.sql("""
                        insert into incident (incident_number, title, description, state, started_at, expected_end_at,
                          declared_at, declared_by, version)
                        values (:number, :title, :description, :state, :started, :expected, :declared, :by, :version)""")
                .param("number", incident.incidentNumber())
                .param("title", incident.title())
                .param("description", incident.description())
                .param("state", incident.state().wire())
                .param("started", utc(incident.startedAt()))
                .param("expected", utc(incident.expectedEnd()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("declared", utc(incident.declaredAt()))
                .param("by", by)
                .param("version", incident.version())
                .update();
    }

    void affect(String incidentNumber, Collection<KnownService> services) {
        batch.batchUpdate(
                """
                insert into incident_service (incident_number, enterprise_id, account_id, service_id, circuit_id)
                values (:number, :enterprise, :account, :service, :circuit) on conflict do nothing""",
                services.stream()
                        .map(service -> new MapSqlParameterSource()
                                .addValue("number", incidentNumber)
                                .addValue("enterprise", service.enterpriseId())
                                .addValue("account", service.accountId())
                                .addValue("service", service.serviceId())
                                .addValue("circuit", service.circuitId()))
                        .toArray(SqlParameterSource[]::new));
    }

    void log(String incidentNumber, String text, Instant at) {
        db.sql("insert into incident_update (incident_number, at, text) values (:number, :at, :text)")
                .param("number", incidentNumber)
                .param("at", utc(at))
                .param("text", text)
                .update();
    }

    /** @throws OptimisticLockingFailureException when somebody else changed it meanwhile */
    void save(Row incident, long before) {
        var saved = db.sql("""
                        update incident set state = :state, expected_end_at = :expected, resolution = :resolution,
                          closed_at = :closed, version = :version
                        where incident_number = :number and version = :before""")
                .param("state", incident.state().wire())
                .param("expected", utc(incident.expectedEnd()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("resolution", incident.resolution())
                .param("closed", utc(incident.closedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("version", incident.version())
                .param("number", incident.incidentNumber())
                .param("before", before)
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Incident " + incident.incidentNumber());
        }
    }

    @Transactional(readOnly = true)
    Optional<Row> find(String incidentNumber) {
        return db.sql("select i.* from incident i where i.incident_number = :number and " + SEEN)
                .param("number", incidentNumber)
                .query(ROW)
                .optional();
    }

    @Transactional(readOnly = true)
    Page<Row> list(ListRequest request) {
        return LISTING.page(db, request, SEEN, Map.of(), ROW);
    }

    /** The services within reach that these incidents affect. */
    @Transactional(readOnly = true)
    List<Affected> affected(Collection<String> incidentNumbers) {
        return incidentNumbers.isEmpty()
                ? List.of()
                : db.sql("""
                        select * from incident_service where incident_number in (:numbers)
                        order by enterprise_id, service_id""")
                        .param("numbers", incidentNumbers)
                        .query((row, _) -> new Affected(
                                row.getString("incident_number"),
                                row.getString("enterprise_id"),
                                row.getString("account_id"),
                                row.getString("service_id")))
                        .list();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<Update> updates(Collection<String> incidentNumbers) {
        return incidentNumbers.isEmpty()
                ? List.of()
                : db.sql("select * from incident_update where incident_number in (:numbers) order by id desc")
                        .param("numbers", incidentNumbers)
                        .query((row, _) -> new Update(
                                row.getString("incident_number"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("text")))
                        .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Incident> openOn(String serviceId) {
        return db.sql("""
                        select i.* from incident_service s join incident i using (incident_number)
                        where s.service_id = :service and i.state <> 'closed' order by i.id""").param("service", serviceId).query(ROW).list().stream()
                .map(row -> new Incident(
                        row.incidentNumber(),
                        row.title(),
                        row.description(),
                        row.state().wire(),
                        row.startedAt(),
                        row.expectedEnd()))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("incident_number"),
                row.getString("title"),
                row.getString("description"),
                IncidentState.of(row.getString("state")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "expected_end_at"),
                row.getString("resolution"),
                row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                instant(row, "closed_at"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
