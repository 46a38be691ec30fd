package io.controlcenter.identity.users.persistence;

import io.controlcenter.identity.users.application.PartnerClients;
import io.controlcenter.identity.users.domain.Grant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A client's binding to an enterprise, read as the grant that it amounts to. */
@Component
class JdbcPartnerClients implements PartnerClients {

    private final JdbcClient db;

    JdbcPartnerClients(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<PartnerClient> find(String clientId) {
        return db.sql("select name from api_client where client_id = :client and status = 'ACTIVE'")
                .param("client", clientId)
                .query(String.class)
                .optional()
                .map(name -> new PartnerClient(clientId, name, reach(clientId)));
    }

    private List<Grant> reach(String clientId) {
        return db.sql("""
                        select c.client_id, c.permissions, c.created_at, c.version, b.enterprise_id,
                          c.account_ids is null as all_accounts, array(select a.account_id from billing_account a
                            where a.enterprise_id = b.enterprise_id and a.account_id = any (c.account_ids)
                            order by a.account_id) as account_ids
                        from api_client c join api_client_enterprise b using (client_id)
                        join enterprise e on e.enterprise_id = b.enterprise_id and e.status = 'ACTIVE'
                        where c.client_id = :client order by b.enterprise_id""")
                .param("client", clientId)
                .query((row, _) -> grant(row))
                .list();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getString("client_id"),
                row.getString("enterprise_id"),
                false,
                SqlArrays.read(row, "permissions"),
                row.getBoolean("all_accounts"),
                SqlArrays.read(row, "account_ids"),
                SqlArrays.read(row, "account_ids"),
                List.of(),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}
