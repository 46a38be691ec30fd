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
 * From a commit in one service to the commit of its effect in another: outbox rows of the producer, inbox rows of the
 * consumer, where a trigger tells at its commit. Once with one service that reads the event, once with four that do so on
 * the same two cores.
 */
final class EventLatency {

    private static final int RATE = 200;
    private static final int WARM_SECONDS = 45;
    private static final int SECONDS = 30;
    private static final int FLOOD = 60_000;

    private static final Route ONE =
            new Route("one service reads it", "order", "repair", "order.order.v1", """
            {"orderNumber":"%s","accountId":"A-BENCH","customerCareManager":
            {"userId":"u","name":"Bench","phone":"1","email":"bench@provider.example"},"previous":null}""", "order.ccm.assigned.v1");
    private static final Route FOUR = new Route(
            "four services read it", "identity", "order", "identity.account.v1", """
            {"accountId":"%s","enterpriseId":"ENT-BENCH","customerNumber":"C-1","name":"Bench",
            "segment":"ENTERPRISE","timeZone":"America/Chicago","currency":"USD","status":"ACTIVE"}""", "identity.account.added.v1");

    private final Ports ports;
    private final Secrets secrets;
    private final Figures figures;
    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private final Map<String, Long> effected = new ConcurrentHashMap<>();

    /** @param payload of an event, with a place for the aggregate's id */
    private record Route(String name, String producer, String consumer, String topic, String payload, String type) {}

    EventLatency(Ports ports, Secrets secrets, Figures figures) {
        this.ports = ports;
        this.secrets = secrets;
        this.figures = figures;
    }

    void measure() throws SQLException, InterruptedException {
        measure(ONE);
        measure(FOUR);
    }

    private void measure(Route route) throws SQLException, InterruptedException {
        try (var producer = connect(route.producer());
                var consumer = connect(route.consumer());
                var listener = connect(route.consumer())) {
            listen(consumer, listener);
            steady(route, producer, listener, RATE * WARM_SECONDS);
            steady(route, producer, listener, RATE * SECONDS);
            report(route);
            flood(route, producer, consumer);
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
                    begin perform pg_notify('bench', new.event_id::text); return null; end $$""");
            statement.execute("drop trigger if exists bench_tell on inbox_event");
            statement.execute("create trigger bench_tell after insert on inbox_event for each row"
                    + " execute function bench_tell()");
        }
        try (var statement = listener.createStatement()) {
            statement.execute("listen bench");
        }
    }

    private void steady(Route route, Connection producer, Connection listener, int events)
            throws SQLException, InterruptedException {
        committed.clear();
        effected.clear();
        var hearing = Thread.ofVirtual().start(() -> hear(listener, events));
        long begun = System.nanoTime();
        producer.setAutoCommit(false);
        for (int i = 0; i < events; i++) {
            long due = begun + i * 1_000_000_000L / RATE;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            var event = insert(route, producer, "BENCH-" + i);
            wake(producer);
            producer.commit();
            committed.put(event, System.nanoTime());
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

    private void report(Route route) {
        var times = committed.entrySet().stream()
                .mapToLong(entry -> effected.getOrDefault(entry.getKey(), Long.MAX_VALUE) - entry.getValue())
                .map(time -> Math.max(0, time))
                .toArray();
        figures.add(
                "Event, commit to committed effect at %d/s, %s".formatted(RATE, route.name()),
                "p50 %.1f ms, p99 %.1f ms".formatted(Figures.percentile(times, 0.5), Figures.percentile(times, 0.99)),
                "p50 20 ms, p99 100 ms");
    }

    /** How many a second, when they all wait at once. */
    private void flood(Route route, Connection producer, Connection consumer)
            throws SQLException, InterruptedException {
        try (var statement = consumer.createStatement()) {
            statement.execute("drop trigger bench_tell on inbox_event");
        }
        long before = handled(consumer);
        for (int i = 0; i < FLOOD; i++) {
            insert(route, producer, "BENCH-F-" + i % 500);
        }
        wake(producer);
        long begun = System.nanoTime();
        producer.commit();
        while (handled(consumer) < before + FLOOD) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        var rate = FLOOD / ((System.nanoTime() - begun) / 1e9);
        figures.add(
                "Events handled a second, %,d waiting, %s".formatted(FLOOD, route.name()),
                "%.0f".formatted(rate),
                "3,000");
    }

    private static long handled(Connection consumer) throws SQLException {
        try (var statement = consumer.createStatement();
                var found = statement.executeQuery("select count(*) from inbox_event")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void wake(Connection producer) throws SQLException {
        try (var statement = producer.createStatement()) {
            statement.execute("select pg_notify('outbox', '')");
        }
    }

    /** @return the event's id */
    private static String insert(Route route, Connection producer, String aggregate) throws SQLException {
        var id = UUID.randomUUID();
        try (var insert = producer.prepareStatement("""
                insert into outbox_event (id, topic, type, message_key, enterprise_id, aggregate_version, at, payload)
                values (?, ?, ?, ?, 'ENT-BENCH', 1, now(), ?)""")) {
            insert.setObject(1, id);
            insert.setString(2, route.topic());
            insert.setString(3, route.type());
            insert.setString(4, aggregate);
            insert.setString(5, route.payload().formatted(aggregate));
            insert.execute();
        }
        return id.toString();
    }
}
