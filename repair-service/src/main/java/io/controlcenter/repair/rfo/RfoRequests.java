package io.controlcenter.repair.rfo;

import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** RFO requests and their documents in PostgreSQL. */
@Component
@Transactional
class RfoRequests {

    private static final String COLUMNS = """
            r.id, r.rfo_number, r.enterprise_id, r.account_id, r.ticket_number, r.service_id, r.circuit_id, r.reason,
            r.contacts::text as contacts, r.state, r.requested_at, r.requested_by, r.prepared_by, r.declined_because,
            r.finding::text as finding, r.delivered_at, r.version""";
    private static final Listing LISTING = Listing.of(COLUMNS, "rfo_request r")
            .text("ticketNumber", "r.ticket_number")
            .text("accountId", "r.account_id")
            .text("serviceId", "r.service_id")
            .choice("state", "r.state", RfoState.class)
            .instant("requestedAt", "r.requested_at")
            .order("-requestedAt", "r.id");

    private final JdbcClient db;
    private final JsonMapper json;

    RfoRequests(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The document as it was delivered. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only read
    record Document(String html, byte[] pdf) {}

    String nextNumber() {
        return "RFO-" + db.sql("select nextval('rfo_number')").query(Long.class).single();
    }

    /** The request on a ticket that was not declined, if there is one. */
    @Transactional(readOnly = true)
    Optional<String> present(String ticketNumber) {
        return db.sql("select rfo_number from rfo_request where ticket_number = :ticket and state <> 'DECLINED'")
                .param("ticket", ticketNumber)
                .query(String.class)
                .optional();
    }

    void add(RfoRequest request) {
        db.sql("""
                        insert into rfo_request (rfo_number, enterprise_id, account_id, ticket_number, service_id,
                          circuit_id, reason, contacts, state, requested_at, requested_by, version)
                        values (:number, :enterprise, :account, :ticket, :service, :circuit, :reason,
                          cast(:contacts as jsonb), :state, :at, :by, :version)""")
                .param("number", request.rfoNumber())
                .param("enterprise", request.enterpriseId())
                .param("account", request.accountId())
                .param("ticket", request.ticketNumber())
                .param("service", request.serviceId())
                .param("circuit", request.circuitId())
                .param("reason", request.reason())
                .param("contacts", json.writeValueAsString(request.contacts()))
                .param("state", request.state().name())
                .param("at", request.requestedAt().atOffset(ZoneOffset.UTC))
                .param("by", request.requestedBy())
                .param("version", request.version())
                .update();
    }

    /**
     * @param document null until it is delivered
     * @throws OptimisticLockingFailureException when somebody else changed it meanwhile
     */
    void save(RfoRequest request, @Nullable Document document) {
        var saved = db.sql("""
                        update rfo_request set state = :state, prepared_by = :by, declined_because = :because,
                          finding = cast(:finding as jsonb), html = :html, pdf = :pdf, delivered_at = :delivered,
                          version = :version
                        where rfo_number = :number and version = :version - 1""")
                .param("state", request.state().name())
                .param("by", request.preparedBy())
                .param("because", request.declinedBecause())
                .param("finding", request.finding() == null ? null : json.writeValueAsString(request.finding()))
                .param("html", document == null ? null : document.html())
                .param("pdf", document == null ? null : document.pdf(), java.sql.Types.BINARY)
                .param(
                        "delivered",
                        request.deliveredAt() == null
                                ? null
                                : request.deliveredAt().atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("number", request.rfoNumber())
                .param("version", request.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("RFO request " + request.rfoNumber());
        }
    }

    @Transactional(readOnly = true)
    Optional<RfoRequest> find(String rfoNumber) {
        return db.sql("select %s from rfo_request r where r.rfo_number = :number".formatted(COLUMNS))
                .param("number", rfoNumber)
                .query((row, _) -> request(row))
                .optional();
    }

    @Transactional(readOnly = true)
    Page<RfoRequest> list(@Nullable String enterpriseId, ListRequest request) {
        return enterpriseId == null
                ? LISTING.page(db, request, "true", Map.of(), (row, _) -> request(row))
                : LISTING.page(
                        db,
                        request,
                        "r.enterprise_id = :enterprise",
                        Map.of("enterprise", enterpriseId),
                        (row, _) -> request(row));
    }

    @Transactional(readOnly = true)
    Optional<Document> document(String rfoNumber) {
        return db.sql("select html, pdf from rfo_request where rfo_number = :number and state = 'DELIVERED'")
                .param("number", rfoNumber)
                .query((row, _) -> new Document(row.getString("html"), row.getBytes("pdf")))
                .optional();
    }

    private RfoRequest request(ResultSet row) throws SQLException {
        var finding = row.getString("finding");
        return new RfoRequest(
                row.getString("rfo_number"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                row.getString("ticket_number"),
                row.getString("service_id"),
                row.getString("circuit_id"),
                row.getString("reason"),
                List.of(json.readValue(row.getString("contacts"), RfoRequest.Recipient[].class)),
                RfoState.valueOf(row.getString("state")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                row.getString("prepared_by"),
                row.getString("declined_because"),
                finding == null ? null : json.readValue(finding, RfoRequest.Finding.class),
                instant(row, "delivered_at"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
