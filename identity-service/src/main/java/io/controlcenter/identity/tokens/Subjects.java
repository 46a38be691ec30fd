package io.controlcenter.identity.tokens;

import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.identity.tokens.domain.Subject;
import io.controlcenter.identity.tokens.domain.Subject.Actor;
import io.controlcenter.identity.tokens.domain.Subject.Reach;
import io.controlcenter.platform.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may use a token now, and where. Asked for every exchange, so one statement each; asked before there is any tenant,
 * so it sees all of them.
 */
@Component
class Subjects {

    /** The authorization is there with this very token, and nobody revoked it (RFC 7009). */
    private static final String GOES_ON = """
            exists (select 1 from oauth2_authorization a where a.access_token_value = :token
              and not coalesce((a.access_token_metadata::jsonb ->> 'metadata.token.invalidated')::boolean, false))""";

    private final JdbcClient db;
    private final TransactionTemplate reading;

    Subjects(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    private record UserRow(
            String name,
            List<String> roles,
            @Nullable String defaultEnterprise,
            @Nullable Reach reach) {}

    private record ClientRow(String name, Reach reach) {}

    /** An active user, while what the token came of goes on: not signed out, not revoked, its client still registered. */
    Optional<Subject> user(String userId, String accessToken) {
        var rows = everywhere(() -> db.sql("""
                        select u.first_name || ' ' || u.last_name as name, u.provider_roles, u.default_enterprise,
                          e.enterprise_id, e.segment, m.admin, m.permissions, m.all_accounts, m.account_ids
                        from app_user u
                        left join (membership m join enterprise e on e.enterprise_id = m.enterprise_id and e.status = 'ACTIVE')
                          on m.user_id = u.user_id
                        where u.user_id = :user and u.status = 'ACTIVE'
                          and %s
                        order by m.id""".formatted(GOES_ON))
                .param("user", userId)
                .param("token", accessToken)
                .query((row, _) -> userRow(row))
                .list());
        return rows.stream().findFirst().map(first -> subject(userId, first, rows));
    }

    private static Subject subject(String userId, UserRow first, List<UserRow> rows) {
        var reaches = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.reach()).stream())
                .toList();
        var actor = first.roles().isEmpty() ? Actor.CUSTOMER : Actor.PROVIDER;
        return new Subject(
                userId,
                first.name(),
                actor,
                first.roles(),
                first.defaultEnterprise(),
                actor == Actor.PROVIDER ? List.of() : reaches);
    }

    private static UserRow userRow(ResultSet row) throws SQLException {
        return new UserRow(
                row.getString("name"),
                texts(row, "provider_roles"),
                row.getString("default_enterprise"),
                row.getString("enterprise_id") == null ? null : reach(row));
    }

    private static Reach reach(ResultSet row) throws SQLException {
        return new Reach(
                row.getString("enterprise_id"),
                row.getString("segment"),
                row.getBoolean("admin") ? Permission.names() : texts(row, "permissions"),
                row.getBoolean("all_accounts") ? null : texts(row, "account_ids"));
    }

    /** A client that acts by itself, with what of its permissions the token asked for. */
    Optional<Subject> client(String clientId, Set<String> asked, String accessToken) {
        var rows = everywhere(() -> db.sql("""
                        select c.name, c.permissions, e.enterprise_id, e.segment,
                          c.account_ids is null as all_accounts, array(select a.account_id from billing_account a
                            where a.enterprise_id = e.enterprise_id and a.account_id = any (c.account_ids)) as account_ids
                        from api_client c join api_client_enterprise ce using (client_id)
                        join enterprise e on e.enterprise_id = ce.enterprise_id and e.status = 'ACTIVE'
                        where c.client_id = :client and c.status = 'ACTIVE' and %s
                        order by e.enterprise_id""".formatted(GOES_ON))
                .param("client", clientId)
                .param("token", accessToken)
                .query((row, _) -> new ClientRow(
                        row.getString("name"),
                        new Reach(
                                row.getString("enterprise_id"),
                                row.getString("segment"),
                                texts(row, "permissions").stream()
                                        .filter(permission -> asked.isEmpty() || asked.contains(permission))
                                        .toList(),
                                row.getBoolean("all_accounts") ? null : texts(row, "account_ids"))))
                .list());
        return rows.stream()
                .findFirst()
                .map(first -> new Subject(
                        clientId,
                        first.name(),
                        Actor.PARTNER,
                        List.of(),
                        null,
                        rows.stream().map(ClientRow::reach).toList()));
    }

    /** The reach of provider staff onto any enterprise: their roles, on all its accounts. */
    Optional<Reach> staffReach(List<String> roles, String enterpriseId) {
        return everywhere(() -> db.sql("select segment from enterprise where enterprise_id = :id and status = 'ACTIVE'")
                .param("id", enterpriseId)
                .query(String.class)
                .optional()
                .map(segment -> new Reach(enterpriseId, segment, roles, null)));
    }

    private <T> T everywhere(Supplier<T> query) {
        return TenantScope.call(TenantScope.ALL, () -> reading.execute(_ -> query.get()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
