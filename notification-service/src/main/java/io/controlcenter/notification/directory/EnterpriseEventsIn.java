package io.controlcenter.notification.directory;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps enterprises and their accounts in step with identity. */
@Component
class EnterpriseEventsIn {

    private static final String ENTERPRISES = "identity.enterprise.v1";
    private static final String ACCOUNTS = "identity.account.v1";
    private final JdbcClient db;
    private final ScopedTransactionManager transactions;

    EnterpriseEventsIn(JdbcClient db, ScopedTransactionManager transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    record Enterprise(String enterpriseId, String name, String status) {}

    record AccountAdded(String accountId, String enterpriseId, String customerNumber, String name, String timeZone) {}

    record AccountRemoved(String accountId, String enterpriseId) {}

    @OnEvent(topic = ENTERPRISES, type = "identity.enterprise.created.v1")
    void created(Event<Enterprise> event) {
        keep(event);
    }

    @OnEvent(topic = ENTERPRISES, type = "identity.enterprise.updated.v1")
    void updated(Event<Enterprise> event) {
        keep(event);
    }

    private void keep(Event<Enterprise> event) {
        var enterprise = event.data();
        db.sql("""
                        insert into enterprise_ref (enterprise_id, name, status, version)
                        values (:id, :name, :status, :version)
                        on conflict (enterprise_id) do update set name = :name, status = :status, version = :version
                        where enterprise_ref.version < :version""")
                .param("id", enterprise.enterpriseId())
                .param("name", enterprise.name())
                .param("status", enterprise.status())
                .param("version", event.version())
                .update();
    }

    @OnEvent(topic = ACCOUNTS, type = "identity.account.added.v1")
    void added(Event<AccountAdded> event) {
        var account = event.data();
        transactions.rescope(TenantScope.ALL); // its row may be that of the enterprise that it left
        db.sql("""
                        insert into account_ref
                          (account_id, enterprise_id, customer_number, name, time_zone, removed, version)
                        values (:id, :enterprise, :customerNumber, :name, :zone, false, :version)
                        on conflict (account_id) do update set enterprise_id = :enterprise,
                          customer_number = :customerNumber, name = :name, time_zone = :zone, removed = false,
                          version = :version
                        where account_ref.version < :version""")
                .param("id", account.accountId())
                .param("enterprise", account.enterpriseId())
                .param("customerNumber", account.customerNumber())
                .param("name", account.name())
                .param("zone", account.timeZone())
                .param("version", event.version())
                .update();
    }

    @OnEvent(topic = ACCOUNTS, type = "identity.account.removed.v1")
    void removed(Event<AccountRemoved> event) {
        db.sql("""
                        insert into account_ref
                          (account_id, enterprise_id, customer_number, name, time_zone, removed, version)
                        values (:id, :enterprise, null, '', 'UTC', true, :version)
                        on conflict (account_id) do update set removed = true, version = :version
                        where account_ref.version < :version""")
                .param("id", event.data().accountId())
                .param("enterprise", event.data().enterpriseId())
                .param("version", event.version())
                .update();
    }
}
