package io.controlcenter.identity.audit;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, when, and what it was before: searched, never changed. The table takes inserts only. */
@RestController
@RequestMapping(path = "/api/v{version}/audit-entries", version = "1")
@Tag(name = "Audit")
class AuditEntryController {

    private static final List<String> KINDS = List.of("CUSTOMER", "PROVIDER", "PARTNER", "SYSTEM");

    private static final Listing LIST = Listing.of("a.*", "audit_entry a")
            .instant("at", "a.at")
            .text("actorId", "a.actor_id")
            .choice("actorKind", "a.actor_kind", KINDS)
            .text("action", "a.action")
            .text("subjectType", "a.subject_type")
            .text("subjectId", "a.subject_id")
            .text("correlationId", "a.correlation_id")
            .order("-at", "a.id");

    @Schema(name = "AuditEntry")
    record EntryView(
            String entryId,
            String href,
            Instant at,

            @Schema(description = "Absent for what belongs to no enterprise") @Nullable
            String enterpriseId,

            @Schema(description = "Whoever did it: a user, a partner's program, the platform itself")
            Actor actor,

            @Schema(example = "membership.granted") String action,
            @Schema(example = "user") String subjectType,
            String subjectId,

            @Schema(description = "What it was; absent when it did not exist") @Nullable
            Object before,

            @Schema(description = "What it is; absent when it is gone") @Nullable
            Object after,

            @Schema(description = "Of the request, as in its response's header")
            String correlationId) {}

    @Schema(name = "AuditActor")
    record Actor(String id, String name, String kind) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    AuditEntryController(JdbcClient db, TransactionTemplate transaction, JsonMapper json) {
        this.db = db;
        this.transaction = transaction;
        this.json = json;
    }

    @GetMapping
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who granted what to whom, who signed in or failed to, and every other change; newest first")
    @Parameter(name = "actorId", description = "Who did it: a user's id or a client's")
    @Parameter(name = "actorKind", description = "CUSTOMER, PROVIDER, PARTNER or SYSTEM")
    @Parameter(name = "action", description = "Such as membership.granted; several separated by commas")
    @Parameter(name = "subjectType", description = "What it was done to, such as user, enterprise or account")
    @Parameter(name = "subjectId", description = "Which one")
    @Parameter(name = "at.gte", description = "From this instant on; also at.gt, at.lt and at.lte")
    ResponseEntity<Page<EntryView>> list(ListRequest request, Caller caller) {
        var enterprise = caller.enterpriseId();
        return java.util.Objects.requireNonNull(transaction.execute(_ -> LIST.page(
                        db,
                        request,
                        enterprise == null ? "true" : "a.enterprise_id = :enterprise",
                        enterprise == null ? Map.of() : Map.of("enterprise", enterprise),
                        (row, _) -> entry(row))))
                .toResponse();
    }

    @GetMapping("/{entryId}")
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getAuditEntry", summary = "One entry")
    EntryView get(@PathVariable String entryId) {
        return java.util.Objects.requireNonNull(
                        transaction.execute(_ -> db.sql("select * from audit_entry where id = :id")
                                .param("id", number(entryId))
                                .query((row, _) -> entry(row))
                                .optional()))
                .orElseThrow(() -> Problem.notFound("The entry"));
    }

    private static long number(String entryId) {
        try {
            return Long.parseLong(entryId);
        } catch (NumberFormatException _) {
            throw Problem.notFound("The entry");
        }
    }

    private EntryView entry(ResultSet row) throws SQLException {
        var id = row.getString("id");
        var enterprise = row.getString("enterprise_id");
        return new EntryView(
                id,
                "/api/v1/audit-entries/" + id,
                row.getTimestamp("at").toInstant(),
                enterprise.equals("*") ? null : enterprise,
                new Actor(row.getString("actor_id"), row.getString("actor_name"), row.getString("actor_kind")),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                tree(row.getString("before")),
                tree(row.getString("after")),
                row.getString("correlation_id"));
    }

    private @Nullable Object tree(@Nullable String stored) {
        return stored == null ? null : json.readTree(stored);
    }
}
