package io.controlcenter.identity.clients;

import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API's clients, and what each may do where. */
@Component
class ApiClients {

    private static final String COLUMNS = """
            c.*, array(select e.enterprise_id from api_client_enterprise e
              where e.client_id = c.client_id order by e.enterprise_id) as enterprise_ids""";
    private static final Listing LIST = Listing.of(COLUMNS, "api_client c")
            .choice("kind", "c.kind", ApiClient.Kind.class)
            .choice("status", "c.status", ApiClient.Status.class)
            .instant("createdAt", "c.created_at")
            .order("-createdAt", "c.id");

    private final JdbcClient db;
    private final Clock clock;
    private final Registrations registrations;
    private final Enterprises enterprises;
    private final Outbox outbox;
    private final AuditTrail audit;

    ApiClients(
            JdbcClient db,
            Clock clock,
            Registrations registrations,
            Enterprises enterprises,
            Outbox outbox,
            AuditTrail audit) {
        this.db = db;
        this.clock = clock;
        this.registrations = registrations;
        this.enterprises = enterprises;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** A client as asked for. */
    record NewClient(
            @Nullable String clientId,
            String name,
            ApiClient.Kind kind,
            List<String> redirectUris,
            List<String> postLogoutRedirectUris,
            List<String> permissions,
            List<String> enterpriseIds) {}

    /** @param secret said once, and never again; null for a public client */
    record Registered(ApiClient client, @Nullable String secret) {}

    @Transactional
    Registered register(NewClient wanted) {
        requireEnterprises(wanted.enterpriseIds());
        var clientId = wanted.clientId() == null ? "client-" + Secrets.next().substring(0, 16) : wanted.clientId();
        add(clientId, wanted);
        for (var enterpriseId : wanted.enterpriseIds()) {
            db.sql("insert into api_client_enterprise (client_id, enterprise_id) values (:client, :enterprise)")
                    .param("client", clientId)
                    .param("enterprise", enterpriseId)
                    .update();
        }
        var secret = wanted.kind() == ApiClient.Kind.CONFIDENTIAL ? Secrets.next() : null;
        if (secret == null) {
            registrations.putPublic(clientId, wanted.name(), wanted.redirectUris(), wanted.postLogoutRedirectUris());
        } else {
            registrations.putConfidential(clientId, wanted.name(), secret, wanted.permissions());
        }
        var client = require(clientId);
        changed("client.registered", null, client);
        return new Registered(client, secret);
    }

    private void requireEnterprises(List<String> enterpriseIds) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < enterpriseIds.size(); i++) {
            if (enterprises.find(enterpriseIds.get(i)).isEmpty()) {
                violations.add(Violation.referenceNotFound("/enterpriseIds/" + i, "There is no such enterprise."));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private void add(String clientId, NewClient wanted) {
        var added = db.sql("""
                        insert into api_client (client_id, name, kind, status, redirect_uris, permissions, created_at, version)
                        select :id, :name, :kind, 'ACTIVE', :redirectUris, :permissions, :at, 1
                        where not exists (select 1 from oauth2_registered_client where client_id = :id)
                        on conflict do nothing""")
                .param("id", clientId)
                .param("name", wanted.name())
                .param("kind", wanted.kind().name())
                .param("redirectUris", wanted.redirectUris().toArray(String[]::new))
                .param("permissions", wanted.permissions().toArray(String[]::new))
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (added == 0) {
            throw Problem.conflict("client-id-taken", "The client id " + clientId + " is taken.");
        }
    }

    /** For good: every token of the client stops working within seconds. */
    @Transactional
    ApiClient disable(String clientId, LongConsumer expected) {
        var before = require(clientId);
        expected.accept(before.version());
        if (before.status() == ApiClient.Status.DISABLED) {
            return before;
        }
        db.sql("update api_client set status = 'DISABLED', version = version + 1 where client_id = :id")
                .param("id", clientId)
                .update();
        registrations.remove(clientId);
        var after = require(clientId);
        changed("client.disabled", before, after);
        return after;
    }

    private void changed(String what, @Nullable ApiClient before, ApiClient after) {
        var data = new ClientMessages.ClientChanged(
                after.clientId(), after.status().name());
        outbox.append(new OutboxEvent(
                "identity.client.v1",
                "identity.client.changed.v1",
                after.clientId(),
                null,
                null,
                after.version(),
                data));
        audit.record(null, what, "client", after.clientId(), before, after);
    }

    @Transactional(readOnly = true)
    ApiClient require(String clientId) {
        return find(clientId).orElseThrow(() -> Problem.notFound("The client " + clientId));
    }

    private Optional<ApiClient> find(String clientId) {
        return db.sql("select " + COLUMNS + " from api_client c where c.client_id = :id")
                .param("id", clientId)
                .query((row, _) -> client(row))
                .optional();
    }

    @Transactional(readOnly = true)
    Page<ApiClient> list(ListRequest request) {
        return LIST.page(db, request, "true", Map.of(), (row, _) -> client(row));
    }

    private static ApiClient client(ResultSet row) throws SQLException {
        return new ApiClient(
                row.getString("client_id"),
                row.getString("name"),
                ApiClient.Kind.valueOf(row.getString("kind")),
                ApiClient.Status.valueOf(row.getString("status")),
                texts(row, "redirect_uris"),
                texts(row, "permissions"),
                texts(row, "enterprise_ids"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
