package io.controlcenter.order.ordering.messaging;

import io.controlcenter.order.ordering.application.CreditHolds;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps in step with billing which accounts are on credit hold. */
@Component
class CreditHoldEventsIn implements CreditHolds {

    private static final String TOPIC = "billing.account.v1";
    private final JdbcClient db;
    private final ScopedTransactionManager transactions;

    CreditHoldEventsIn(JdbcClient db, ScopedTransactionManager transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    record Hold(
            String accountId, String enterpriseId, @Nullable String reason, Instant since) {}

    @OnEvent(topic = TOPIC, type = "billing.account.credit-hold-set.v1")
    void set(Event<Hold> event) {
        keep(event, true);
    }

    @OnEvent(topic = TOPIC, type = "billing.account.credit-hold-cleared.v1")
    void cleared(Event<Hold> event) {
        keep(event, false);
    }

    /** Under whatever enterprise it was kept before: an account may have moved. */
    private void keep(Event<Hold> event, boolean held) {
        var hold = event.data();
        transactions.rescope(TenantScope.ALL);
        db.sql("""
                        insert into account_credit_hold (account_id, enterprise_id, held, reason, since, version)
                        values (:id, :enterprise, :held, :reason, :since, :version)
                        on conflict (account_id) do update set enterprise_id = :enterprise, held = :held,
                          reason = :reason, since = :since, version = :version
                        where account_credit_hold.version < :version""")
                .param("id", hold.accountId())
                .param("enterprise", hold.enterpriseId())
                .param("held", held)
                .param("reason", hold.reason())
                .param("since", hold.since().atOffset(ZoneOffset.UTC))
                .param("version", event.version())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOnHold(String accountId) {
        return db.sql("select count(*) from account_credit_hold where account_id = :id and held")
                        .param("id", accountId)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
