package io.controlcenter.identity.clients;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the API's clients and of their secrets. */
@Component
class ClientRows {

    private static final String COLUMNS = """
            c.*, enterprises_of_client(c.client_id) as enterprises, array(select e.enterprise_id
              from api_client_enterprise e where e.client_id = c.client_id order by e.enterprise_id) as enterprise_ids""";
    /** Of the one enterprise that a statement is for, where it is for one; row-level security hides the others. */
    private static final String WITHIN = """
            (current_setting('app.enterprise', true) = '*'
              or exists (select 1 from api_client_enterprise e where e.client_id = c.client_id))""";

    private static final Listing LIST = Listing.of(COLUMNS, "api_client c")
            .choice("kind", "c.kind", ApiClient.Kind.class)
            .choice("status", "c.status", ApiClient.Status.class)
            .instant("createdAt", "c.created_at")
            .order("-createdAt", "c.id");

    private final JdbcClient db;
    private final Clock clock;

    ClientRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False when the client id is taken. */
    boolean add(ApiClient client) {
        var added = db.sql("""
                        insert into api_client (client_id, name, kind, status, redirect_uris, post_logout_redirect_uris,
                          permissions, account_ids, jwks, created_at, version)
                        select :id, :name, :kind, :status, :redirectUris, :afterSignOut, :permissions,
                          cast(:accounts as text[]), cast(:jwks as jsonb), :at, :version
                        where not exists (select 1 from oauth2_registered_client where client_id = :id)
                        on conflict do nothing""")
                .params(values(client))
                .param("kind", client.kind().name())
                .param("at", at(client.createdAt()))
                .param("version", client.version())
                .update();
        if (added > 0) {
            putEnterprises(client);
        }
        return added > 0;
    }

    /** False when somebody else changed it meanwhile. */
    boolean save(ApiClient client) {
        var saved = db.sql("""
                        update api_client set name = :name, status = :status, redirect_uris = :redirectUris,
                          post_logout_redirect_uris = :afterSignOut, permissions = :permissions,
                          account_ids = cast(:accounts as text[]), jwks = cast(:jwks as jsonb), version = version + 1
                        where client_id = :id and version = :version""")
                .params(values(client))
                .param("version", client.version())
                .update();
        if (saved > 0) {
            putEnterprises(client);
        }
        return saved > 0;
    }

    private static Map<String, ?> values(ApiClient client) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", client.clientId());
        values.put("name", client.name());
        values.put("status", client.status().name());
        values.put("redirectUris", client.redirectUris().toArray(String[]::new));
        values.put("afterSignOut", client.postLogoutRedirectUris().toArray(String[]::new));
        values.put("permissions", client.permissions().toArray(String[]::new));
        values.put(
                "accounts",
                client.accountIds() == null ? null : client.accountIds().toArray(String[]::new));
        values.put("jwks", client.jwks());
        return values;
    }

    private void putEnterprises(ApiClient client) {
        db.sql("delete from api_client_enterprise where client_id = :client")
                .param("client", client.clientId())
                .update();
        for (var enterpriseId : client.enterpriseIds()) {
            db.sql("insert into api_client_enterprise (client_id, enterprise_id) values (:client, :enterprise)")
                    .param("client", client.clientId())
                    .param("enterprise", enterpriseId)
                    .update();
        }
    }

    ApiClient require(String clientId) {
        return find(clientId, WITHIN).orElseThrow(() -> Problem.notFound("The client " + clientId));
    }

    /** One that was there before, though it may have left the enterprise since. */
    ApiClient reread(String clientId) {
        return find(clientId, "true").orElseThrow();
    }

    private Optional<ApiClient> find(String clientId, String condition) {
        return db.sql("select " + COLUMNS + " from api_client c where c.client_id = :id and " + condition)
                .param("id", clientId)
                .query((row, _) -> client(row))
                .optional()
                .map(client -> with(client, secrets(List.of(clientId))));
    }

    Page<ApiClient> list(ListRequest request) {
        var page = LIST.page(db, request, WITHIN, Map.of(), (row, _) -> client(row));
        var secrets = secrets(page.items().stream().map(ApiClient::clientId).toList());
        return page.map(client -> with(client, secrets));
    }

    private static ApiClient with(ApiClient client, Map<String, List<ApiClient.Secret>> secrets) {
        return client.with(secrets.getOrDefault(client.clientId(), List.of()));
    }

    /** By client. */
    private Map<String, List<ApiClient.Secret>> secrets(List<String> clientIds) {
        var secrets = new HashMap<String, List<ApiClient.Secret>>();
        if (!clientIds.isEmpty()) {
            db.sql("""
                            select client_id, secret_id, created_at, expires_at from api_client_secret
                            where client_id in (:clients) order by id""").param("clients", clientIds).query(row -> {
                secrets.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new ApiClient.Secret(
                                row.getString(2), row.getTimestamp(3).toInstant(), instant(row.getTimestamp(4))));
            });
        }
        return secrets;
    }

    void addSecret(String clientId, ApiClient.Secret secret, String hash) {
        db.sql("""
                        insert into api_client_secret (secret_id, client_id, secret_hash, created_at, expires_at)
                        values (:id, :client, :hash, :created, :expires)""")
                .param("id", secret.secretId())
                .param("client", clientId)
                .param("hash", hash)
                .param("created", at(secret.createdAt()))
                .param("expires", secret.expiresAt() == null ? null : at(secret.expiresAt()))
                .update();
    }

    /** An end is set only to a secret that would go on beyond it. */
    void endSecrets(String clientId, String exceptId, Instant expiresAt) {
        db.sql("""
                        update api_client_secret set expires_at = least(expires_at, :expires)
                        where client_id = :client and secret_id <> :except""")
                .param("client", clientId)
                .param("except", exceptId)
                .param("expires", at(expiresAt))
                .update();
    }

    boolean removeSecret(String clientId, String secretId) {
        return db.sql("delete from api_client_secret where client_id = :client and secret_id = :id")
                        .param("client", clientId)
                        .param("id", secretId)
                        .update()
                > 0;
    }

    void removeExpired(String clientId) {
        db.sql("delete from api_client_secret where client_id = :client and expires_at <= :now")
                .param("client", clientId)
                .param("now", at(clock.instant()))
                .update();
    }

    List<ClientSecretEncoder.Stored> hashes(String clientId) {
        return db.sql("""
                        select secret_hash, expires_at from api_client_secret
                        where client_id = :client and (expires_at is null or expires_at > :now) order by id""")
                .param("client", clientId)
                .param("now", at(clock.instant()))
                .query((row, _) -> new ClientSecretEncoder.Stored(row.getString(1), instant(row.getTimestamp(2))))
                .list();
    }

    private static ApiClient client(ResultSet row) throws SQLException {
        var enterprises = texts(row, "enterprise_ids");
        var accounts = row.getArray("account_ids");
        return new ApiClient(
                row.getString("client_id"),
                row.getString("name"),
                ApiClient.Kind.valueOf(row.getString("kind")),
                ApiClient.Status.valueOf(row.getString("status")),
                texts(row, "redirect_uris"),
                texts(row, "post_logout_redirect_uris"),
                texts(row, "permissions"),
                enterprises,
                accounts == null ? null : List.of((String[]) accounts.getArray()),
                row.getLong("enterprises") > enterprises.size(),
                row.getString("jwks"),
                List.of(),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
