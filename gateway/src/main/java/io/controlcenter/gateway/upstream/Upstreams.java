package io.controlcenter.gateway.upstream;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.HttpClient;
import org.springframework.stereotype.Component;

/** All services that the gateway knows. */
@Component
public final class Upstreams {

    private final Map<String, Upstream> byName = new LinkedHashMap<>();

    Upstreams(
            GatewaySettings settings, HttpClient client, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        settings.services().forEach((name, service) -> {
            var places = BulkheadConfig.custom()
                    .maxConcurrentCalls(service.concurrency())
                    .maxWaitDuration(Duration.ZERO)
                    .writableStackTraceEnabled(false)
                    .build();
            byName.put(
                    name,
                    new Upstream(
                            name, service, client, breakers.circuitBreaker(name), bulkheads.bulkhead(name, places)));
        });
    }

    public Collection<Upstream> all() {
        return byName.values();
    }

    public Optional<Upstream> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Upstream identity() {
        return named("identity").orElseThrow(() -> new IllegalStateException("gateway.services.identity is missing"));
    }
}
