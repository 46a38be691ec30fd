package io.controlcenter.repair.accounts;

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
    private static final List<String> GOING_ALONG = List.of("service_ref", "order_ref", "called_off");
    private final JdbcClient db;

    private final ScopedTransactionManager transactions;

    AccountEventsIn(JdbcClient db, ScopedTransactionManager transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    record AccountAdded(String accountId, String enterpriseId, String name) {}

    record AccountRemoved(String accountId) {}

    /**
     * Services go along with their account, and whom to ask about those that are not there yet: whoever has the account
     * reports what is wrong with them. Tickets stay where they happened.
     */
    @OnEvent(topic = TOPIC, type = "identity.account.added.v1")
    void added(Event<AccountAdded> event) {
        var account = event.data();
        transactions.rescope(TenantScope.ALL);
        var news = db.sql("""
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
        if (news == 1) {
            GOING_ALONG.forEach(table -> goesAlong(table, account));
        }
    }

    private void goesAlong(String table, AccountAdded account) {
        db.sql("update %s set enterprise_id = :enterprise where account_id = :id and enterprise_id <> :enterprise"
                        .formatted(table))
                .param("id", account.accountId())
                .param("enterprise", account.enterpriseId())
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
