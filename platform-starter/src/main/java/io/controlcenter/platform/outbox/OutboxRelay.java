package io.controlcenter.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Publishes outbox rows in order and deletes them after all acknowledgements: at least once, never lost, whatever is
 * away meanwhile. One relay per service is active, the one that holds the advisory lock on its connection; when its
 * holder dies another takes over. It wakes by NOTIFY at commit, with a slow poll as the net.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(45);
    private static final String NEXT = """
            select seq, id, topic, type, message_key, enterprise_id, account_id, aggregate_version, at,
              correlation_id, traceparent, payload
            from outbox_event order by seq limit %d""".formatted(BATCH);

    private final DataSource dataSource;
    private final ProducerFactory<String, String> producers;
    private final String source;
    private final Duration poll;
    private final MeterRegistry meters;
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param source {@code ce_source}: which service published */
    public OutboxRelay(
            DataSource dataSource,
            ProducerFactory<String, String> producers,
            String source,
            Duration poll,
            MeterRegistry meters) {
        this.dataSource = dataSource;
        this.producers = producers;
        this.source = source;
        this.poll = poll;
        this.meters = meters;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relay);
    }

    /** After the listeners and the web server, so that what they still write leaves too where it can. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void relay() {
        while (running) {
            try (var connection = dataSource.getConnection()) {
                if (lead(connection)) {
                    publishWhileLeading(connection);
                } else {
                    pause(poll);
                }
            } catch (SQLException | RuntimeException | ExecutionException | TimeoutException e) {
                LOG.warn("The outbox relay starts again: {}", e.toString());
                pause(poll);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean lead(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_try_advisory_lock(hashtext('outbox-relay'))")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private void publishWhileLeading(Connection connection)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        var kafka = producers.createProducer();
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Outbox.CHANNEL);
            // what a crash brings back is published once more, which is cheaper than to wait for the disk
            statement.execute("set synchronous_commit = off");
            while (running) {
                if (publishBatch(connection, kafka) < BATCH) {
                    connection.unwrap(PGConnection.class).getNotifications((int) poll.toMillis());
                }
            }
        } finally {
            // whatever was not acknowledged is sent again by a new producer: none of it may arrive late
            kafka.close(running ? Duration.ZERO : Duration.ofSeconds(5));
            release(connection);
        }
    }

    private int publishBatch(Connection connection, Producer<String, String> kafka)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        var sequence = new ArrayList<Long>();
        var types = new ArrayList<String>();
        var acknowledgements = new ArrayList<Future<RecordMetadata>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(NEXT)) {
            while (rows.next()) {
                sequence.add(rows.getLong("seq"));
                types.add(rows.getString("type"));
                acknowledgements.add(kafka.send(toRecord(rows)));
            }
        }
        // all are there: the producer need not linger for more
        kafka.flush();
        for (var acknowledgement : acknowledgements) {
            acknowledgement.get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        }
        forget(connection, sequence);
        types.forEach(type -> meters.counter("events.published", "type", type).increment());
        return sequence.size();
    }

    private static void forget(Connection connection, List<Long> sequence) throws SQLException {
        if (sequence.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from outbox_event where seq = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", sequence.toArray()));
            delete.executeUpdate();
        }
    }

    private ProducerRecord<String, String> toRecord(ResultSet row) throws SQLException {
        var record =
                new ProducerRecord<>(row.getString("topic"), row.getString("message_key"), row.getString("payload"));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", row.getString("id"));
        header(record, "ce_type", row.getString("type"));
        header(record, "ce_source", source);
        header(record, "ce_subject", row.getString("message_key"));
        header(
                record,
                "ce_time",
                DateTimeFormatter.ISO_INSTANT.format(
                        row.getObject("at", java.time.OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC)));
        header(record, "ce_enterpriseid", row.getString("enterprise_id"));
        header(record, "ce_accountid", row.getString("account_id"));
        header(record, "ce_aggregateversion", row.getString("aggregate_version"));
        header(record, "ce_correlationid", row.getString("correlation_id"));
        header(record, "traceparent", row.getString("traceparent"));
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<String, String> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void release(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("unlisten *");
            statement.execute("reset synchronous_commit");
            statement.execute("select pg_advisory_unlock(hashtext('outbox-relay'))");
        } catch (SQLException e) {
            LOG.debug("The lock went with its connection", e);
        }
    }

    private void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        var relay = thread;
        if (relay != null) {
            try {
                relay.join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
