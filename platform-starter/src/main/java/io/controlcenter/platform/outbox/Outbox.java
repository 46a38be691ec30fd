package io.controlcenter.platform.outbox;

import io.controlcenter.platform.inbox.EventJson;
import io.controlcenter.platform.observability.Correlation;
import io.controlcenter.platform.observability.TraceContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * The same for many events of one change, such as one for each enterprise that it concerns: one statement, one
     * wake-up. They leave in the order of the list.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendAll(List<OutboxEvent> events) {
        var columns = new Columns(events.size());
        for (int i = 0; i < events.size(); i++) {
            columns.set(i, events.get(i), json.write(events.get(i).data()));
        }
        db.sql("""
                        with appended as (
                          insert into outbox_event (id, topic, type, message_key, enterprise_id, account_id,
                            aggregate_version, at, correlation_id, traceparent, payload)
                          select gen_random_uuid(), topic, type, key, enterprise_id, account_id, version,
                            cast(:at as timestamptz), :correlation, cast(:traceparent as text), payload
                          from unnest(cast(:topics as text[]), cast(:types as text[]), cast(:keys as text[]),
                            cast(:enterprises as text[]), cast(:accounts as text[]), cast(:versions as bigint[]),
                            cast(:payloads as text[])) with ordinality
                            as e (topic, type, key, enterprise_id, account_id, version, payload, position)
                          order by position returning 1)
                        select pg_notify('outbox', '') from appended limit 1""")
                .param("at", OffsetDateTime.now(clock))
                .param("correlation", Correlation.current())
                .param("traceparent", traces.current())
                .params(columns.asParameters())
                .query((_, _) -> true)
                .list();
    }

    /** The events of one statement, turned by ninety degrees. */
    private static final class Columns {

        private final String[] topics;
        private final String[] types;
        private final String[] keys;
        private final @Nullable String[] enterprises;
        private final @Nullable String[] accounts;
        private final Long[] versions;
        private final String[] payloads;

        Columns(int size) {
            topics = new String[size];
            types = new String[size];
            keys = new String[size];
            enterprises = new @Nullable String[size];
            accounts = new @Nullable String[size];
            versions = new Long[size];
            payloads = new String[size];
        }

        void set(int i, OutboxEvent event, String payload) {
            topics[i] = event.topic();
            types[i] = event.type();
            keys[i] = event.key();
            enterprises[i] = event.enterpriseId();
            accounts[i] = event.accountId();
            versions[i] = event.aggregateVersion();
            payloads[i] = payload;
        }

        Map<String, Object> asParameters() {
            return Map.of(
                    "topics",
                    topics,
                    "types",
                    types,
                    "keys",
                    keys,
                    "enterprises",
                    enterprises,
                    "accounts",
                    accounts,
                    "versions",
                    versions,
                    "payloads",
                    payloads);
        }
    }
}
