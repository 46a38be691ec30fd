package io.controlcenter.repair.accounts;

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

    record AccountAdded(String accountId, String enterpriseId, String name) {}

    record AccountRemoved(String accountId) {}

    @OnEvent(topic = TOPIC, type = "identity.account.added.v1")
    void added(Event<AccountAdded> event) {
        var account = event.data();
        db.sql("""
                        insert into account_ref (account_id, enterprise_id, name, version)
                        values (:id, :enterprise, :name, :version)
                        on conflict (account_id) do update set enterprise_id = :enterprise, name = :name,
                          version = :version
                        where account_ref.version < :version""")
                .param("id", account.accountId())
                .param("enterprise", account.enterpriseId())
                .param("name", account.name())
                .param("version", event.version())
                .update();
    }

    @OnEvent(topic = TOPIC, type = "identity.account.removed.v1")
    void removed(Event<AccountRemoved> event) {
        db.sql("delete from account_ref where account_id = :id and version < :version")
                .param("id", event.data().accountId())
                .param("version", event.version())
                .update();
    }
}
