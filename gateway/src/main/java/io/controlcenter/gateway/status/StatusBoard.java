package io.controlcenter.gateway.status;

import io.controlcenter.gateway.status.PlatformStatus.ServiceStatus;
import io.controlcenter.gateway.status.PlatformStatus.State;
import io.controlcenter.gateway.upstream.Looks;
import io.controlcenter.gateway.upstream.Upstream;
import io.controlcenter.gateway.upstream.Upstreams;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Looks at all services at once, at most every two seconds however many ask: the page is open to everybody. */
@Component
class StatusBoard {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private final Upstreams upstreams;
    private final Looks looks;
    private final JsonMapper json;
    private final Clock clock;
    private final HealthIndicator hearing;
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable PlatformStatus last;
    private long lastAt;

    StatusBoard(
            Upstreams upstreams,
            Looks looks,
            JsonMapper json,
            Clock clock,
            @Qualifier("identityEventsIn") HealthIndicator hearing) {
        this.hearing = hearing;
        this.upstreams = upstreams;
        this.looks = looks;
        this.json = json;
        this.clock = clock;
    }

    PlatformStatus now() {
        looking.lock();
        try {
            var known = last;
            if (known != null && System.nanoTime() - lastAt < FRESH.toNanos()) {
                return known;
            }
            var fresh = PlatformStatus.of(clock.instant(), lookAtAll());
            last = fresh;
            lastAt = System.nanoTime();
            return fresh;
        } finally {
            looking.unlock();
        }
    }

    private List<ServiceStatus> lookAtAll() {
        var found = new ArrayList<ServiceStatus>();
        found.add(own());
        var pending = new ArrayList<Future<ServiceStatus>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            upstreams.all().forEach(service -> pending.add(threads.submit(() -> look(service))));
        }
        for (var future : pending) {
            found.add(result(future));
        }
        return found;
    }

    /** The gateway itself answers; whether it hears of changes at identity decides how well it is. */
    private ServiceStatus own() {
        var health = hearing.health();
        var hears = (health == null ? Status.UNKNOWN : health.getStatus()).getCode();
        return new ServiceStatus(
                "gateway",
                "Gateway",
                hears.equals("UP") ? State.UP : State.DEGRADED,
                Map.of("identityEvents", hears),
                "CLOSED",
                null,
                null,
                null);
    }

    private static ServiceStatus result(Future<ServiceStatus> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ServiceStatus look(Upstream service) {
        var health = looks.at(service, "/actuator/health");
        if (health.isEmpty()) {
            return status(service, State.DOWN, Map.of(), Map.of());
        }
        var dependencies = dependencies(health.get().body());
        var metrics = looks.at(service, "/actuator/prometheus")
                .map(answer -> gauges(answer.body()))
                .orElse(Map.of());
        return status(service, state(health.get().status(), metrics), dependencies, metrics);
    }

    private static ServiceStatus status(
            Upstream service, State state, Map<String, String> dependencies, Map<String, Double> metrics) {
        return new ServiceStatus(
                service.name(),
                service.settings().title(),
                state,
                dependencies,
                service.breakerState(),
                whole(metrics.get("outbox_unpublished_rows")),
                metrics.get("outbox_oldest_seconds"),
                whole(metrics.get("dead_letters_waiting")));
    }

    /** It answers, so it is not down; but not well with a dependency away or events that need somebody. */
    private static State state(int health, Map<String, Double> metrics) {
        var dead = metrics.getOrDefault("dead_letters_waiting", 0.0);
        var oldest = metrics.getOrDefault("outbox_oldest_seconds", 0.0);
        return health == 200 && dead == 0 && oldest < 60 ? State.UP : State.DEGRADED;
    }

    private static @Nullable Long whole(@Nullable Double value) {
        return value == null || value.isNaN() ? null : Math.round(value);
    }

    private Map<String, String> dependencies(String health) {
        var found = new TreeMap<String, String>();
        try {
            json.readTree(health)
                    .path("components")
                    .properties()
                    .forEach(component -> found.put(
                            component.getKey(),
                            component.getValue().path("status").asString("UNKNOWN")));
        } catch (JacksonException _) {
            found.put("health", "UNKNOWN");
        }
        // two that say nothing to a reader
        found.remove("ping");
        found.remove("ssl");
        return found;
    }

    /** Prometheus text: {@code name{labels} value}. */
    private static Map<String, Double> gauges(String text) {
        var found = new TreeMap<String, Double>();
        text.lines()
                .filter(line -> line.startsWith("outbox_") || line.startsWith("dead_letters_"))
                .forEach(line -> {
                    var name = line.split("[{ ]", 2)[0];
                    var value = line.substring(line.lastIndexOf(' ') + 1);
                    try {
                        found.put(name, Double.valueOf(value));
                    } catch (NumberFormatException _) {
                        // a line of another kind
                    }
                });
        return found;
    }
}
