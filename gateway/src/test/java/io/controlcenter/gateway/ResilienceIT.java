package io.controlcenter.gateway;

import static io.controlcenter.gateway.FakePlatform.Edge.code;
import static io.controlcenter.gateway.FakePlatform.IDENTITY;
import static io.controlcenter.gateway.FakePlatform.MAINTENANCE;
import static io.controlcenter.gateway.FakePlatform.REPAIR;
import static io.controlcenter.gateway.FakePlatform.path;
import static io.controlcenter.gateway.FakePlatform.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.gateway.FakePlatform.Edge;
import io.controlcenter.gateway.FakeServer.Answer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ResilienceIT extends GatewayIT {

    @Autowired
    private CircuitBreakerRegistry breakers;

    private final String token = IDENTITY.token(user("ENT-1"));

    @AfterEach
    void everybody_behaves_again() {
        MAINTENANCE.does(_ -> Answer.ok("{}"));
        REPAIR.does(_ -> Answer.ok("{}"));
        breakers.getAllCircuitBreakers().forEach(breaker -> breaker.reset());
    }

    @Test
    void a_service_that_is_down_is_told_and_when_to_come_back() {
        var answer = edge.get(token, "/api/v1/invoices");
        assertThat(code(answer)).isEqualTo("503 unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(Edge.json(answer).path("detail").asString()).isEqualTo("Billing is not available right now.");
    }

    @Test
    void a_slow_service_is_a_gateway_time_out() {
        var release = new CountDownLatch(1);
        REPAIR.does(_ -> {
            release.await();
            return Answer.ok("{}");
        });
        assertThat(code(edge.get(token, "/api/v1/tickets"))).isEqualTo("504 timeout");
        release.countDown();
    }

    @Test
    void a_slow_service_fills_its_own_places_and_slows_nobody_else() throws Exception {
        var release = new CountDownLatch(1);
        REPAIR.does(_ -> {
            release.await();
            return Answer.ok("{}");
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = new ArrayList<Future<String>>();
            for (int i = 0; i < 10; i++) {
                slow.add(threads.submit(() -> code(edge.get(token, "/api/v1/tickets"))));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> slow.stream().filter(Future::isDone).count() >= 8);
            var fast = threads.invokeAll(Stream.<Callable<Long>>generate(() -> () -> {
                        var began = System.nanoTime();
                        assertThat(edge.get(token, "/api/v1/orders").statusCode())
                                .isEqualTo(200);
                        return Duration.ofNanos(System.nanoTime() - began).toMillis();
                    })
                    .limit(20)
                    .toList());
            for (var one : fast) {
                assertThat(one.get()).isLessThan(900);
            }
            release.countDown();
            var answers = new ArrayList<String>();
            for (var one : slow) {
                answers.add(one.get());
            }
            assertThat(answers)
                    .filteredOn(answer -> answer.equals("503 unavailable"))
                    .hasSize(8);
        }
    }

    @Test
    void one_that_keeps_failing_is_left_alone_for_a_while() {
        MAINTENANCE.does(_ -> Answer.of(503, "{}"));
        for (int i = 0; i < 20; i++) {
            edge.get(token, "/api/v1/gcrs");
        }
        MAINTENANCE.does(_ -> Answer.ok("{}"));
        var path = path("/api/v1/gcrs");
        assertThat(code(edge.get(token, path))).isEqualTo("503 unavailable");
        assertThat(MAINTENANCE.seen(path)).isEmpty();
    }

    @Test
    void one_request_s_own_failure_does_not_count_against_the_service() {
        MAINTENANCE.does(_ -> Answer.of(500, "{}"));
        for (int i = 0; i < 25; i++) {
            assertThat(edge.get(token, "/api/v1/gcrs").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void an_answer_that_breaks_off_does_not_look_complete() {
        MAINTENANCE.does(_ -> Answer.ok("[1,2").with("X-Test-Cut", "here"));
        assertThat(edge.get(token, "/api/v1/gcrs").statusCode()).isEqualTo(502);
        MAINTENANCE.does(_ -> Answer.ok("[" + "1,".repeat(20_000)).with("X-Test-Cut", "here"));
        assertThatThrownBy(() -> edge.get(token, "/api/v1/gcrs")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void only_reading_is_tried_again_when_the_connection_breaks() {
        var asked = new AtomicInteger();
        MAINTENANCE.does(_ -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("gone");
            }
            return Answer.ok("{}");
        });
        assertThat(edge.get(token, "/api/v1/gcrs").statusCode()).isEqualTo(200);
        assertThat(asked).hasValue(2);
        asked.set(0);
        var write = edge.as(token, "/api/v1/gcrs").POST(BodyPublishers.ofString("{}"));
        assertThat(code(edge.send(write))).isEqualTo("503 unavailable");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_client_that_asks_too_often_is_told_when_to_come_back() throws Exception {
        var eager = IDENTITY.token(user("ENT-1"));
        var first = edge.get(eager, "/api/v1/orders").headers();
        assertThat(first.firstValue("RateLimit-Limit")).hasValue("150");
        assertThat(first.firstValue("RateLimit-Remaining")).hasValue("149");
        assertThat(first.firstValue("RateLimit-Reset")).hasValue("1");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                var burst = threads.invokeAll(Stream.<Callable<String>>generate(() -> () -> {
                            var answer = edge.get(eager, "/api/v1/orders");
                            return code(answer)
                                    + answer.headers().firstValue("Retry-After").orElse("");
                        })
                        .limit(200)
                        .toList());
                return burst.stream().map(Future::resultNow).anyMatch(answer -> answer.equals("429 tooManyRequests1"));
            });
        }
        assertThat(edge.get(IDENTITY.token(user("ENT-1")), "/api/v1/orders").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*"})
    void many_clients_of_one_enterprise_share_a_limit(String named) throws Exception {
        var enterprise = "ENT-" + java.util.UUID.randomUUID();
        var clients =
                Stream.generate(() -> IDENTITY.token(user(enterprise))).limit(8).toList();
        clients.forEach(client ->
                assertThat(edge.get(client, "/api/v1/orders").statusCode()).isEqualTo(200));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                var burst = threads.invokeAll(clients.stream()
                        .flatMap(client -> Stream.<Callable<String>>generate(() -> () -> {
                                    var answer = edge.send(
                                            edge.as(client, "/api/v1/orders").header("X-Enterprise-Id", named));
                                    return code(answer)
                                            + answer.headers()
                                                    .firstValue("RateLimit-Limit")
                                                    .orElse("");
                                })
                                .limit(75))
                        .toList());
                return burst.stream().map(Future::resultNow).anyMatch("429 tooManyRequests400"::equals);
            });
        }
        assertThat(edge.get(IDENTITY.token(user("ENT-1")), "/api/v1/orders").statusCode())
                .isEqualTo(200);
    }

    @Test
    void enterprises_that_were_not_granted_bring_no_requests_of_their_own() throws Exception {
        var prober = IDENTITY.token(user("ENT-1"));
        var names = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                var burst = threads.invokeAll(Stream.<Callable<String>>generate(() ->
                                () -> code(edge.send(edge.as(prober, "/api/v1/orders")
                                        .header("X-Enterprise-Id", "ENT-NO-" + names.incrementAndGet()))))
                        .limit(200)
                        .toList());
                return burst.stream().map(Future::resultNow).anyMatch("429 tooManyRequests"::equals);
            });
        }
    }
}
