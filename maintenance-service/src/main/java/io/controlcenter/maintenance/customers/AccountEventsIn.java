package io.controlcenter.maintenance.customers;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the accounts in step with identity. */
@Component
class AccountEventsIn {

    private static final String TOPIC = "identity.account.v1";
    private static final String OF_THE_ACCOUNT =
            " set enterprise_id = :to where enterprise_id = :from and account_id = :account";
    private static final List<String> MOVING = List.of(
            "update installed_service" + OF_THE_ACCOUNT,
            "update service_impact" + OF_THE_ACCOUNT
                    + " and dropped_at is null and outcome in ('PENDING', 'POSTPONED')",
            "update outage_ticket" + OF_THE_ACCOUNT + " and open");
    private final JdbcClient db;
    private final ScopedTransactionManager transactions;

    AccountEventsIn(JdbcClient db, ScopedTransactionManager transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    record AccountAdded(String accountId, String enterpriseId, String name, String timeZone) {}

    record AccountMoved(String accountId, String fromEnterpriseId, String toEnterpriseId) {}

    record AccountRemoved(String accountId, String enterpriseId) {}

    @OnEvent(topic = TOPIC, type = "identity.account.added.v1")
    void added(Event<AccountAdded> event) {
        var account = event.data();
        db.sql("""
                        insert into account_ref (account_id, enterprise_id, name, time_zone, active, version)
                        values (:id, :enterprise, :name, :zone, true, :version)
                        on conflict (account_id, enterprise_id) do update set name = :name, time_zone = :zone,
                          active = true, version = :version
                        where account_ref.version < :version""")
                .param("id", account.accountId())
                .param("enterprise", account.enterpriseId())
                .param("name", account.name())
                .param("zone", account.timeZone())
                .param("version", event.version())
                .update();
    }

    /**
     * Takes its services along, and the work that is still to come: whoever has the account now is hit by it. What is over
     * stays with whoever it hit.
     */
    @OnEvent(topic = TOPIC, type = "identity.account.moved.v1")
    void moved(Event<AccountMoved> event) {
        transactions.rescope(TenantScope.ALL);
        for (var moving : MOVING) {
            db.sql(moving)
                    .param("to", event.data().toEnterpriseId())
                    .param("from", event.data().fromEnterpriseId())
                    .param("account", event.data().accountId())
                    .update();
        }
    }

    /** Leaves a mark, so that an addition which was overtaken does not bring the account back. */
    @OnEvent(topic = TOPIC, type = "identity.account.removed.v1")
    void removed(Event<AccountRemoved> event) {
        db.sql("""
                        insert into account_ref (account_id, enterprise_id, name, time_zone, active, version)
                        values (:id, :enterprise, '', 'UTC', false, :version)
                        on conflict (account_id, enterprise_id) do update set active = false, version = :version
                        where account_ref.version < :version""")
                .param("id", event.data().accountId())
                .param("enterprise", event.data().enterpriseId())
                .param("version", event.version())
                .update();
    }
}
