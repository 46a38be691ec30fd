package io.controlcenter.notification.directory;

import io.controlcenter.notification.domain.BillingContact;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each account's billing contact and cycle in step with billing. */
@Component
class BillingEventsIn {

    private static final String TOPIC = "billing.account.v1";
    private final JdbcClient db;
    private final ScopedTransactionManager transactions;

    BillingEventsIn(JdbcClient db, ScopedTransactionManager transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    record Account(
            String accountId,
            String enterpriseId,
            int billCycleDay,
            String timeZone,
            @Nullable BillingContact billingContact) {}

    @OnEvent(topic = TOPIC, type = "billing.account.created.v1")
    void created(Event<Account> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "billing.account.updated.v1")
    void updated(Event<Account> event) {
        keep(event);
    }

    /** Under whatever enterprise it was kept before: an account may have moved. */
    private void keep(Event<Account> event) {
        var account = event.data();
        transactions.rescope(TenantScope.ALL);
        var contact = account.billingContact();
        db.sql("""
                        insert into billing_account_ref (account_id, enterprise_id, contact_name, contact_email,
                          bill_cycle_day, time_zone, version)
                        values (:id, :enterprise, :name, :email, :day, :zone, :version)
                        on conflict (account_id) do update set enterprise_id = :enterprise, contact_name = :name, contact_email = :email,
                          bill_cycle_day = :day, time_zone = :zone, version = :version
                        where billing_account_ref.version < :version""")
                .param("id", account.accountId())
                .param("enterprise", account.enterpriseId())
                .param("name", contact == null ? null : contact.name())
                .param("email", contact == null ? null : contact.email())
                .param("day", account.billCycleDay())
                .param("zone", account.timeZone())
                .param("version", event.version())
                .update();
    }
}
