package io.controlcenter.maintenance.customers;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the accounts in step with identity. */
@Component
class AccountEventsIn {

    private static final String TOPIC = "identity.account.v1";
    private final JdbcClient db;

    AccountEventsIn(JdbcClient db) {
        this.db = db;
    }

    record AccountAdded(String accountId, String enterpriseId, String name, String timeZone) {}

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
