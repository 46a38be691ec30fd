package io.controlcenter.deploy;

import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import io.controlcenter.deploy.platform.Waiting;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;

/** Whether every event that was written has left its outbox and was handled by everybody who reads it. */
final class CatchingUp {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final Ports ports;
    private final Secrets secrets;

    CatchingUp(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    /** Nobody helps them: they have to get there by themselves. */
    void await() throws InterruptedException {
        try (var kafka = Admin.create(Map.of("bootstrap.servers", "localhost:" + ports.kafka()))) {
            for (var app : App.values()) {
                if (app != App.GATEWAY) {
                    Waiting.until("the outbox of " + app, PATIENCE, () -> unpublished(app) == 0);
                }
            }
            for (var app : App.values()) {
                if (app != App.GATEWAY) {
                    Waiting.until(app + " to catch up", PATIENCE, () -> lag(kafka, app.artifact()) == 0);
                }
            }
        }
    }

    private long unpublished(App app) {
        var url = "jdbc:postgresql://localhost:%d/%s?user=%s_owner&password=%s"
                .formatted(
                        ports.postgres(), app.context(), app.context(), secrets.of(app.context() + ".database.owner"));
        try (var database = DriverManager.getConnection(url);
                var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox_event")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException _) {
            return Long.MAX_VALUE;
        }
    }

    private static long lag(Admin kafka, String group) {
        try {
            var handled = kafka.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = kafka.listOffsets(handled.keySet().stream()
                            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            return handled.entrySet().stream()
                    .mapToLong(entry ->
                            ends.get(entry.getKey()).offset() - entry.getValue().offset())
                    .sum();
        } catch (ExecutionException _) {
            return Long.MAX_VALUE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
