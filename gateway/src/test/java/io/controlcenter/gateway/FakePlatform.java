package io.controlcenter.gateway;

import io.controlcenter.gateway.FakeServer.Answer;
import io.controlcenter.platform.clock.BusinessClock;
import io.controlcenter.platform.test.Infrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands around the gateway in its tests. Order and notification behave; repair has little patience and two places;
 * maintenance does what a test says; billing is not there at all.
 */
@TestConfiguration(proxyBeanMethods = false)
public class FakePlatform {

    private static final String ECHO = "{\"ok\":true}";

    static final FakeIdentity IDENTITY = new FakeIdentity();
    static final FakeServer ORDER = new FakeServer(_ -> Answer.ok(ECHO));
    static final FakeServer REPAIR = new FakeServer(_ -> Answer.ok(ECHO));
    static final FakeServer MAINTENANCE = new FakeServer(_ -> Answer.ok(ECHO));
    static final FakeServer NOTIFICATION = new FakeServer(_ -> Answer.ok(ECHO));

    /** Repair has two places and a second of patience, to be seen full and slow. */
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add(
                "controlcenter.security.jwks-uri", () -> IDENTITY.server().url() + "/oauth2/jwks");
        properties.add("gateway.client-secret", () -> "a secret&more");
        properties.add("gateway.services.identity.url", () -> IDENTITY.server().url());
        properties.add("gateway.services.order.url", ORDER::url);
        properties.add("gateway.services.repair.url", REPAIR::url);
        properties.add("gateway.services.repair.timeout", () -> "1s");
        properties.add("gateway.services.repair.concurrency", () -> "2");
        properties.add("gateway.services.maintenance.url", MAINTENANCE::url);
        properties.add("gateway.services.notification.url", NOTIFICATION::url);
        properties.add("gateway.services.billing.url", FakePlatform::nowhere);
    }

    private static String nowhere() {
        try {
            return "http://localhost:" + Infrastructure.freePort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Bean
    Edge edge(Environment environment, BusinessClock clock) {
        return new Edge(environment, clock);
    }

    /** Calls the gateway as a client outside would. */
    public static final class Edge {

        private final Environment environment;
        private final BusinessClock clock;
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        Edge(Environment environment, BusinessClock clock) {
            this.environment = environment;
            this.clock = clock;
        }

        public BusinessClock clock() {
            return clock;
        }

        public int port() {
            return environment.getRequiredProperty("local.server.port", Integer.class);
        }

        public HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                    .timeout(Duration.ofSeconds(60));
        }

        public HttpRequest.Builder as(String token, String path) {
            return request(path).header("Authorization", "Bearer " + token);
        }

        public HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        public HttpResponse<String> get(String token, String path) {
            return send(as(token, path));
        }

        /** Status and code of an answer, such as {@code 403 enterprise-forbidden}. */
        public static String code(HttpResponse<String> answer) {
            var type = answer.headers().firstValue("Content-Type").orElse("");
            return answer.statusCode() + " "
                    + (type.startsWith("application/problem+json")
                            ? json(answer).path("code").asString("?")
                            : "");
        }

        public static JsonNode json(HttpResponse<String> answer) {
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    /** A user nobody else uses, member of one enterprise. */
    static String user(String enterprise, String... permissions) {
        var id = UUID.randomUUID().toString();
        IDENTITY.grant(id, enterprise, permissions);
        return id;
    }

    /** A path of its own, so that a test finds its own requests. */
    static String path(String base) {
        return base + "/" + UUID.randomUUID();
    }
}
