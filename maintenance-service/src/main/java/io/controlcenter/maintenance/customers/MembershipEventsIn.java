package io.controlcenter.maintenance.customers;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps memberships, with their permissions and accounts, in step with identity. */
@Component
class MembershipEventsIn {

    private static final String TOPIC = "identity.membership.v1";
    private final JdbcClient db;

    MembershipEventsIn(JdbcClient db) {
        this.db = db;
    }

    record Granted(
            String userId,
            String enterpriseId,
            boolean admin,
            List<String> permissions,
            boolean allAccounts,
            List<String> accountIds) {}

    record Revoked(String userId, String enterpriseId) {}

    @OnEvent(topic = TOPIC, type = "identity.membership.granted.v1")
    void granted(Event<Granted> event) {
        keep(event.data(), false, event.version());
    }

    @OnEvent(topic = TOPIC, type = "identity.membership.changed.v1")
    void changed(Event<Granted> event) {
        keep(event.data(), false, event.version());
    }

    @OnEvent(topic = TOPIC, type = "identity.membership.revoked.v1")
    void revoked(Event<Revoked> event) {
        var gone = event.data();
        var nothing = new Granted(gone.userId(), gone.enterpriseId(), false, List.of(), false, List.of());
        keep(nothing, true, event.version());
    }

    private void keep(Granted membership, boolean revoked, long version) {
        db.sql("""
                        insert into membership_ref (user_id, enterprise_id, admin, permissions, all_accounts,
                          account_ids, revoked, version)
                        values (:user, :enterprise, :admin, :permissions, :allAccounts, :accounts, :revoked, :version)
                        on conflict (enterprise_id, user_id) do update set admin = :admin,
                          permissions = :permissions, all_accounts = :allAccounts, account_ids = :accounts,
                          revoked = :revoked, version = :version
                        where membership_ref.version < :version""")
                .param("user", membership.userId())
                .param("enterprise", membership.enterpriseId())
                .param("admin", membership.admin())
                .param("permissions", membership.permissions().toArray(String[]::new))
                .param("allAccounts", membership.allAccounts())
                .param("accounts", membership.accountIds().toArray(String[]::new))
                .param("revoked", revoked)
                .param("version", version)
                .update();
    }
}
