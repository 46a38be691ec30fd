package io.controlcenter.platform.inbox;

import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.observability.TraceContext;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles events exactly once in effect. What was polled together is handled in one transaction, which is what makes
 * thousands a second possible; if anything in it fails, nothing of it stays and the events are handled one by one, so
 * that the failing one is known and the ones before it are kept.
 */
public final class Inbox implements BatchMessageListener<String, String> {

    private final EventHandlers handlers;
    private final EventJson json;
    private final JdbcClient db;
    private final ScopedTransactionManager transactions;
    private final TransactionTemplate transaction;
    private final TraceContext traces;

    public Inbox(
            EventHandlers handlers,
            EventJson json,
            JdbcClient db,
            ScopedTransactionManager transactions,
            TraceContext traces) {
        this.handlers = handlers;
        this.json = json;
        this.db = db;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
        this.traces = traces;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, String>> records) {
        if (records.size() > 1 && handledTogether(records)) {
            return;
        }
        for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            try {
                handle(record);
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException(String.valueOf(e.getMessage()), e, i);
            }
        }
    }

    private boolean handledTogether(List<ConsumerRecord<String, String>> records) {
        try {
            transaction.executeWithoutResult(_ -> records.forEach(this::handleInTransaction));
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** Handles one record in a transaction of its own; also how a dead letter is replayed. */
    void handle(ConsumerRecord<String, String> record) {
        transaction.executeWithoutResult(_ -> handleInTransaction(record));
    }

    private void handleInTransaction(ConsumerRecord<String, String> record) {
        var type = Event.header(record, "ce_type").orElse("");
        if (!type.isEmpty() && !handlers.knows(type)) {
            return;
        }
        var event = Event.of(record);
        if (!firstTime(event.id())) {
            return;
        }
        var scope = event.enterpriseId() == null ? TenantScope.ALL : TenantScope.of(event.enterpriseId());
        transactions.rescope(scope);
        TenantScope.enter(scope);
        try {
            Correlation.run(
                    event.correlationId(),
                    () -> traces.follow(
                            type,
                            Event.header(record, "traceparent").orElse(null),
                            () -> handlers.handle(event, json)));
        } finally {
            TenantScope.leave();
        }
    }

    private boolean firstTime(UUID eventId) {
        return db.sql("insert into inbox_event (event_id) values (:id) on conflict do nothing")
                        .param("id", eventId)
                        .update()
                == 1;
    }
}
