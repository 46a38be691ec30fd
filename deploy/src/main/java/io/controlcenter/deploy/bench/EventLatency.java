package io.controlcenter.deploy.bench;

import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * From a commit in one service to the commit of its effect in another: outbox rows of identity, read into order-service's
 * accounts. A trigger there tells at its commit.
 */
final class EventLatency {

    private static final int RATE = 200;
    private static final int SECONDS = 30;
    private static final int FLOOD = 60_000;

    private final Ports ports;
    private final Secrets secrets;
    private final Figures figures;
    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private final Map<String, Long> effected = new ConcurrentHashMap<>();

    EventLatency(Ports ports, Secrets secrets, Figures figures) {
        this.ports = ports;
        this.secrets = secrets;
        this.figures = figures;
    }

    void measure() throws SQLException, InterruptedException {
        try (var producer = connect("identity");
                var consumer = connect("order");
                var listener = connect("order")) {
            listen(consumer, listener);
            steady(producer, listener, RATE * 10, "warm");
            committed.clear();
            effected.clear();
            steady(producer, listener, RATE * SECONDS, "A");
            report();
            flood(producer, consumer);
        }
    }

    private Connection connect(String context) throws SQLException {
        var url = "jdbc:postgresql://localhost:%d/%s?user=%s_owner&password=%s"
                .formatted(ports.postgres(), context, context, secrets.of(context + ".database.owner"));
        return DriverManager.getConnection(url);
    }

    private static void listen(Connection consumer, Connection listener) throws SQLException {
        try (var statement = consumer.createStatement()) {
            statement.execute("""
                    create or replace function bench_tell() returns trigger language plpgsql as $$
                    begin perform pg_notify('bench', new.account_id); return null; end $$""");
            statement.execute("drop trigger if exists bench_tell on account_ref");
            statement.execute("create trigger bench_tell after insert on account_ref for each row"
                    + " when (new.account_id like 'BENCH-%') execute function bench_tell()");
        }
        try (var statement = listener.createStatement()) {
            statement.execute("listen bench");
        }
    }

    private void steady(Connection producer, Connection listener, int events, String prefix)
            throws SQLException, InterruptedException {
        var hearing = Thread.ofVirtual().start(() -> hear(listener, events));
        long begun = System.nanoTime();
        for (int i = 0; i < events; i++) {
            long due = begun + i * 1_000_000_000L / RATE;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            var account = "BENCH-" + prefix + "-" + i;
            write(producer, account, account);
            committed.put(account, System.nanoTime());
        }
        hearing.join();
    }

    private void hear(Connection listener, int events) {
        try {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
            while (effected.size() < events && System.nanoTime() < end) {
                var heard = listener.unwrap(PGConnection.class).getNotifications(1_000);
                long now = System.nanoTime();
                Arrays.stream(heard).forEach(one -> effected.put(one.getParameter(), now));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report() {
        var times = effected.entrySet().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue() - committed.getOrDefault(entry.getKey(), 0L)))
                .toArray();
        figures.add(
                "Event, commit to committed effect at %d/s (%d of %d arrived)"
                        .formatted(RATE, times.length, committed.size()),
                "p50 %.1f ms, p99 %.1f ms".formatted(Figures.percentile(times, 0.5), Figures.percentile(times, 0.99)),
                "p50 20 ms, p99 100 ms");
    }

    /** How many a second, when they all wait at once. */
    private void flood(Connection producer, Connection consumer) throws SQLException, InterruptedException {
        try (var statement = consumer.createStatement()) {
            statement.execute("drop trigger bench_tell on account_ref");
        }
        producer.setAutoCommit(false);
        for (int i = 0; i < FLOOD; i++) {
            insert(producer, "BENCH-F-" + i, "BENCH-F-" + i % 500);
        }
        long begun = System.nanoTime();
        producer.commit();
        while (count(consumer) < FLOOD) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        var rate = FLOOD / ((System.nanoTime() - begun) / 1e9);
        figures.add("Events handled a second, %,d waiting".formatted(FLOOD), "%.0f".formatted(rate), "3,000");
    }

    private static long count(Connection consumer) throws SQLException {
        try (var statement = consumer.createStatement();
                var found = statement.executeQuery("select count(*) from inbox_event")) {
            found.next();
            return found.getLong(1) - RATE * (SECONDS + 10L);
        }
    }

    private static void write(Connection producer, String account, String key) throws SQLException {
        producer.setAutoCommit(false);
        insert(producer, account, key);
        try (var statement = producer.createStatement()) {
            statement.execute("select pg_notify('outbox', '')");
        }
        producer.commit();
    }

    private static void insert(Connection producer, String account, String key) throws SQLException {
        try (var insert = producer.prepareStatement("""
                insert into outbox_event (id, topic, type, message_key, enterprise_id, aggregate_version, at, payload)
                values (?, 'identity.account.v1', 'identity.account.added.v1', ?, 'ENT-BENCH', 1, now(), ?)""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, key);
            insert.setString(3, """
                    {"accountId":"%s","enterpriseId":"ENT-BENCH","customerNumber":"C-1","name":"Bench",
                    "segment":"ENTERPRISE","timeZone":"America/Chicago","currency":"USD","status":"ACTIVE"}""".formatted(account));
            insert.execute();
        }
    }
}
