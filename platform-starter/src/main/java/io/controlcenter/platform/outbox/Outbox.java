package io.controlcenter.platform.outbox;

import io.controlcenter.platform.inbox.EventJson;
import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.observability.TraceContext;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
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
        db.sql("""
                        with appended as (
                          insert into outbox_event (id, topic, type, message_key, enterprise_id, account_id,
                            aggregate_version, at, correlation_id, traceparent, payload)
                          select id, topic, type, key, enterprise, account, version, :at, :correlation, :traceparent,
                            payload
                          from unnest(:ids, :topics, :types, :keys, :enterprises, :accounts, :versions, :payloads)
                            with ordinality as e(id, topic, type, key, enterprise, account, version, payload, position)
                          order by position returning 1)
                        select pg_notify('outbox', '') from appended limit 1""")
                .param("at", OffsetDateTime.now(clock))
                .param("correlation", Correlation.current(), Types.VARCHAR)
                .param("traceparent", traces.current(), Types.VARCHAR)
                .param("ids", column("uuid", events, _ -> UUID.randomUUID()))
                .param("topics", column("text", events, OutboxEvent::topic))
                .param("types", column("text", events, OutboxEvent::type))
                .param("keys", column("text", events, OutboxEvent::key))
                .param("enterprises", column("text", events, OutboxEvent::enterpriseId))
                .param("accounts", column("text", events, OutboxEvent::accountId))
                .param("versions", column("int8", events, OutboxEvent::aggregateVersion))
                .param("payloads", column("text", events, event -> json.write(event.data())))
                .query((_, _) -> true)
                .list();
    }

    /** Elements may be null, though Spring's annotation does not say so. */
    @SuppressWarnings("NullAway")
    private static SqlArrayValue column(
            String sqlType, List<OutboxEvent> events, Function<OutboxEvent, ? extends @Nullable Object> value) {
        var column = new @Nullable Object[events.size()];
        for (int i = 0; i < column.length; i++) {
            var one = value.apply(events.get(i));
            column[i] = one == null ? null : one.toString();
        }
        return new SqlArrayValue(sqlType, column);
    }
}
