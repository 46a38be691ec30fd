package io.controlcenter.platform.outbox;

import io.controlcenter.platform.inbox.EventJson;
import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.observability.TraceContext;
import io.controlcenter.platform.sets.Columns;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where events are put. An event is a row of the transaction that caused it; the {@link OutboxRelay} publishes it after
 * the commit. The writer must have changed (and so locked) the aggregate's own row in the same transaction: that is what
 * keeps an aggregate's events in order.
 */
public class Outbox {

    static final String CHANNEL = "outbox";
    private final JdbcClient db;
    private final EventJson json;
    private final Clock clock;
    private final TraceContext traces;

    public Outbox(JdbcClient db, EventJson json, Clock clock, TraceContext traces) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.traces = traces;
    }

    /** @return the event's id */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID append(OutboxEvent event) {
        var id = UUID.randomUUID();
        db.sql("""
                        with appended as (
                          insert into outbox_event (id, topic, type, message_key, enterprise_id, account_id,
                            aggregate_version, at, correlation_id, traceparent, payload)
                          values (:id, :topic, :type, :key, :enterpriseId, :accountId,
                            :aggregateVersion, :at, :correlation, :traceparent, :payload) returning 1)
                        select pg_notify('outbox', '') from appended""")
                .param("id", id)
                .param("topic", event.topic())
                .param("type", event.type())
                .param("key", event.key())
                .param("enterpriseId", event.enterpriseId())
                .param("accountId", event.accountId())
                .param("aggregateVersion", event.aggregateVersion())
                .param("at", OffsetDateTime.now(clock))
                .param("correlation", Correlation.current())
                .param("traceparent", traces.current())
                .param("payload", json.write(event.data()))
                .query((_, _) -> id)
                .single();
        return id;
    }

    /** Many events by one statement, in this order; for work that is done in sets. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendAll(List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var at = clock.instant();
        Columns.of(events)
                .with("id", "uuid", _ -> UUID.randomUUID())
                .with("topic", "text", OutboxEvent::topic)
                .with("type", "text", OutboxEvent::type)
                .with("message_key", "text", OutboxEvent::key)
                .with("enterprise_id", "text", OutboxEvent::enterpriseId)
                .with("account_id", "text", OutboxEvent::accountId)
                .with("aggregate_version", "int8", OutboxEvent::aggregateVersion)
                .with("at", "timestamptz", _ -> at)
                .with("correlation_id", "text", _ -> Correlation.current())
                .with("traceparent", "text", _ -> traces.current())
                .with("payload", "text", event -> json.write(event.data()))
                .insertInto("outbox_event", db);
        db.sql("select pg_notify('outbox', '')").query((_, _) -> true).list();
    }
}
