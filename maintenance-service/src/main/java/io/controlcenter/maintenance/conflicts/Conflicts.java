package io.controlcenter.maintenance.conflicts;

import io.controlcenter.maintenance.conflicts.domain.Conflict;
import io.controlcenter.maintenance.conflicts.domain.Side;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The conflicts that the transaction may see. */
@Component
class Conflicts {

    private static final Listing LIST = Listing.of("c.*", "maintenance_conflict c")
            .choice(
                    "state",
                    "case when c.resolved_at is null then 'OPEN' else 'RESOLVED' end",
                    List.of("OPEN", "RESOLVED"))
            .choice("kind", "c.kind", Conflict.Kind.class)
            .uuid("groupId", "c.group_id")
            .instant("detectedAt", "c.detected_at")
            .order("-detectedAt", "c.id");

    private final JdbcClient db;
    private final JsonMapper json;

    Conflicts(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<ConflictRow> open(String enterpriseId) {
        return db.sql("select * from maintenance_conflict where enterprise_id = :enterprise and resolved_at is null")
                .param("enterprise", enterpriseId)
                .query((row, _) -> row(row))
                .list();
    }

    Optional<ConflictRow> find(String conflictId) {
        return db.sql("select * from maintenance_conflict where conflict_id = :id")
                .param("id", conflictId)
                .query((row, _) -> row(row))
                .optional();
    }

    /** @param gcrNumber null for those of all GCRs */
    Page<ConflictRow> list(@Nullable String enterpriseId, @Nullable String gcrNumber, ListRequest request) {
        var condition = (enterpriseId == null ? "true" : "c.enterprise_id = :enterprise")
                + (gcrNumber == null ? "" : " and :gcr = any (c.gcr_numbers)");
        var parameters = new java.util.HashMap<String, Object>();
        if (enterpriseId != null) {
            parameters.put("enterprise", enterpriseId);
        }
        if (gcrNumber != null) {
            parameters.put("gcr", gcrNumber);
        }
        return LIST.page(db, request, condition, Map.copyOf(parameters), (row, _) -> row(row));
    }

    ConflictRow add(String enterpriseId, DiverseGroup group, String key, Conflict found, Instant now) {
        var id = "X-"
                + db.sql("select nextval('conflict_number')").query(Long.class).single();
        return db.sql("""
                        insert into maintenance_conflict (conflict_id, enterprise_id, account_ids, kind, identity_key,
                          group_id, group_name, gcr_numbers, window_ids, ticket_number, services, starts_at, ends_at,
                          detected_at, version)
                        values (:id, :enterprise, :accounts, :kind, :key, :group, :name, :gcrs, :windows, :ticket,
                          cast(:services as jsonb), :from, :until, :now, 0) returning *""")
                .param("id", id)
                .param("enterprise", enterpriseId)
                .param(
                        "accounts",
                        found.sides().stream().map(Side::accountId).distinct().toArray(String[]::new))
                .param("kind", found.kind().name())
                .param("key", key)
                .param("group", group.groupId())
                .param("name", group.name())
                .param("gcrs", found.gcrNumbers().toArray(String[]::new))
                .param("windows", found.windowIds().toArray(String[]::new))
                .param("ticket", found.ticketNumber())
                .param("services", json.writeValueAsString(found.sides()))
                .param("from", utc(found.from()))
                .param("until", utc(found.until()))
                .param("now", utc(now))
                .query((row, _) -> row(row))
                .single();
    }

    void update(ConflictRow before, Conflict found) {
        db.sql("""
                        update maintenance_conflict set services = cast(:services as jsonb), account_ids = :accounts,
                          starts_at = :from, ends_at = :until, version = version + 1 where conflict_id = :id""")
                .param("services", json.writeValueAsString(found.sides()))
                .param(
                        "accounts",
                        found.sides().stream().map(Side::accountId).distinct().toArray(String[]::new))
                .param("from", utc(found.from()))
                .param("until", utc(found.until()))
                .param("id", before.conflictId())
                .update();
    }

    ConflictRow resolve(ConflictRow before, Instant now) {
        return db.sql("""
                        update maintenance_conflict set resolved_at = :now, version = version + 1
                        where conflict_id = :id returning *""")
                .param("now", utc(now))
                .param("id", before.conflictId())
                .query((row, _) -> row(row))
                .single();
    }

    /** Notes that another time was asked for; the row is locked by it, so that two at once ask once. */
    void asked(String conflictId, String inquiryNumber) {
        db.sql("""
                        update maintenance_conflict set inquiry_numbers = inquiry_numbers || :inquiry,
                          version = version + 1 where conflict_id = :id""").param("inquiry", inquiryNumber).param("id", conflictId).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private ConflictRow row(ResultSet row) throws SQLException {
        var resolved = row.getObject("resolved_at", OffsetDateTime.class);
        return new ConflictRow(
                row.getString("conflict_id"),
                row.getString("enterprise_id"),
                Conflict.Kind.valueOf(row.getString("kind")),
                row.getString("identity_key"),
                row.getObject("group_id", UUID.class),
                row.getString("group_name"),
                texts(row, "gcr_numbers"),
                texts(row, "window_ids"),
                row.getString("ticket_number"),
                List.of(json.readValue(row.getString("services"), Side[].class)),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getObject("detected_at", OffsetDateTime.class).toInstant(),
                resolved == null ? null : resolved.toInstant(),
                texts(row, "inquiry_numbers"),
                row.getLong("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
