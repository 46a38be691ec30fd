package io.controlcenter.gateway;

import static io.controlcenter.gateway.FakePlatform.Edge.code;
import static io.controlcenter.gateway.FakePlatform.IDENTITY;
import static io.controlcenter.gateway.FakePlatform.MAINTENANCE;
import static io.controlcenter.gateway.FakePlatform.NOTIFICATION;
import static io.controlcenter.gateway.FakePlatform.ORDER;
import static io.controlcenter.gateway.FakePlatform.REPAIR;
import static io.controlcenter.gateway.FakePlatform.path;
import static io.controlcenter.gateway.FakePlatform.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.gateway.FakeServer.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingIT extends GatewayIT {

    private final String token = IDENTITY.token(user("ENT-1"));

    @AfterEach
    void everybody_behaves_again() {
        MAINTENANCE.does(_ -> Answer.ok("{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "orders,order",
        "sites,order",
        "care-manager,order",
        "operations/order/dead-letters,order",
        "me,identity",
        "enterprises,identity",
        "audit-entries,identity",
        "tickets,repair",
        "gcrs,maintenance",
        "inquiries,maintenance",
        "hub,notification",
        "operations/notification/dead-letters,notification"
    })
    void the_first_segment_says_whose_it_is(String first, String owner) {
        var servers = Map.of(
                "order", ORDER,
                "identity", IDENTITY.server(),
                "repair", REPAIR,
                "maintenance", MAINTENANCE,
                "notification", NOTIFICATION);
        var path = path("/api/v1/" + first);
        assertThat(edge.get(token, path).statusCode()).isEqualTo(200);
        servers.forEach((name, server) -> assertThat(server.seen(path)).as(name).hasSize(name.equals(owner) ? 1 : 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nonsense",
                "/api/v2/orders",
                "/api/v1/operations/nobody",
                "/api/v1/",
                "/nowhere",
                "/api/orders",
                "/portal/assets/none.js"
            })
    void an_unknown_route_is_not_found(String path) {
        assertThat(edge.get(token, path).statusCode()).isEqualTo(404);
    }

    @Test
    void path_and_query_arrive_as_they_were_sent() {
        var path = path("/api/v1/orders")
                + "/a%20b%C3%A9?at.gte=2026-01-01T00:00:00%2B01:00&q=a+b%26c&list=1,2&list=3&empty=";
        edge.get(token, path);
        assertThat(ORDER.seen(path)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void bodies_arrive_and_answers_come_back_whole(String method) {
        var path = path("/api/v1/gcrs");
        MAINTENANCE.does(_ -> Answer.of(201, "{\"created\":\"é\"}")
                .with("ETag", "\"7\"")
                .with("Location", "/api/v1/gcrs/1")
                .with("Link", "</api/v1/gcrs?cursor=x>; rel=\"next\""));
        var answer = edge.send(edge.as(token, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"6\"")
                .method(method, BodyPublishers.ofString("{\"name\":\"é\"}")));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"created\":\"é\"}");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/gcrs/1");
        assertThat(MAINTENANCE.seen(path)).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo(method);
            assertThat(request.body()).isEqualTo("{\"name\":\"é\"}");
            assertThat(request.header("Idempotency-Key")).isEqualTo("k-1");
            assertThat(request.header("If-Match")).isEqualTo("\"6\"");
        });
    }

    @Test
    void a_body_of_unknown_length_is_streamed() {
        var path = path("/api/v1/orders");
        var body = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream("x".repeat(20_000).getBytes(StandardCharsets.UTF_8)));
        assertThat(edge.send(edge.as(token, path).POST(body)).statusCode()).isEqualTo(200);
        assertThat(ORDER.seen(path).getFirst().body()).hasSize(20_000);
    }

    @Test
    void a_service_s_own_refusal_comes_through() {
        MAINTENANCE.does(_ -> new Answer(
                422, Map.of("Content-Type", "application/problem+json"), "{\"code\":\"expedite-requires-quote\"}"));
        assertThat(code(edge.get(token, "/api/v1/gcrs"))).isEqualTo("422 expedite-requires-quote");
    }

    @Test
    void too_large_a_body_is_refused_with_and_without_its_length() {
        var large = "x".repeat(70_000);
        var announced = edge.as(token, "/api/v1/orders").POST(BodyPublishers.ofString(large));
        assertThat(code(edge.send(announced))).isEqualTo("413 bodyTooLarge");
        var chunked = edge.as(token, "/api/v1/orders")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));
        assertThat(code(edge.send(chunked))).isEqualTo("413 bodyTooLarge");
    }

    @Test
    void too_large_headers_are_refused() {
        assertThat(code(edge.send(edge.as(token, "/api/v1/orders").header("X-Long", "x".repeat(13_000)))))
                .isEqualTo("431 headersTooLarge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders/../../../actuator/prometheus",
                "/api/v1/orders/%2e%2e/%2e%2e/actuator/prometheus",
                "/api/v1/orders/..%2f..%2factuator",
                "/api/v1/orders;x=1/2",
                "/api/v1//orders",
                "/api/v1/orders/%00",
                "/api/v1/orders/%252e%252e/x"
            })
    void an_ambiguous_path_reaches_nobody(String path) throws IOException {
        var before = ORDER.seen().size();
        assertThat(rawStatus(path)).isIn(400, 404);
        assertThat(ORDER.seen()).hasSize(before);
    }

    private int rawStatus(String path) throws IOException {
        return Integer.parseInt(raw(path).split(" ", 3)[1]);
    }

    private String raw(String path) throws IOException {
        try (var socket = new Socket("localhost", edge.port())) {
            var text = "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                    .formatted(path, token);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void identity_s_pages_are_proxied_unscoped_under_the_public_name() {
        var answer = edge.send(edge.request("/login?error")
                .header("Cookie", "JSESSIONID=0")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/account");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("JSESSIONID=1"));
        assertThat(IDENTITY.server().seen("/login")).last().satisfies(request -> {
            assertThat(request.header("Cookie")).isEqualTo("JSESSIONID=0");
            assertThat(request.header("Host")).isEqualTo("localhost:8080");
            assertThat(request.header("X-Forwarded-Host")).isEqualTo("localhost:8080");
            assertThat(request.header("X-Forwarded-Proto")).isEqualTo("http");
            assertThat(request.header("X-Forwarded-Port")).isEqualTo("8080");
            assertThat(request.header("Forwarded")).isEmpty();
        });
    }

    @Test
    void a_client_s_own_credentials_reach_the_token_endpoint() {
        var form = "grant_type=client_credentials&scope=ORDER_VIEW%20X";
        edge.send(edge.request("/oauth2/token")
                .header("Authorization", "Basic YWNtZTpz")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(IDENTITY.server().seen("/oauth2/token"))
                .filteredOn(request -> request.header("Authorization").equals("Basic YWNtZTpz"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo(form));
    }

    @Test
    void metrics_are_not_for_those_outside() {
        assertThat(edge.send(edge.request("/actuator/prometheus")).statusCode()).isEqualTo(200);
        var through = edge.request("/actuator/prometheus").header("X-Forwarded-For", "203.0.113.7");
        assertThat(code(edge.send(through))).isEqualTo("404 notFound");
        var list = edge.request("/actuator").header("X-Forwarded-For", "203.0.113.7");
        assertThat(code(edge.send(list))).isEqualTo("404 notFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders/%00", "/api/v1/orders/..%2factuator", "/api/v1/orders/%zz"})
    void what_the_server_itself_refuses_has_the_one_error_shape(String path) throws IOException {
        assertThat(raw(path))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "X-Correlation-Id: ")
                .contains("\"code\":\"invalidRequest\"", "\"correlationId\":")
                .doesNotContain("<html", "Tomcat", "Exception");
    }

    @Test
    void every_answer_carries_the_security_headers_once() {
        MAINTENANCE.does(
                _ -> Answer.ok("{}").with("X-Content-Type-Options", "nosniff").with("X-Frame-Options", "DENY"));
        var headers = edge.get(token, "/api/v1/gcrs").headers();
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("X-Correlation-Id")).hasSize(1);
    }

    @Test
    void only_configured_origins_may_call_from_a_browser() {
        var preflight = edge.request("/api/v1/orders")
                .header("Origin", "https://front.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization,x-enterprise-id")
                .method("OPTIONS", BodyPublishers.noBody());
        assertThat(edge.send(preflight).headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://front.example");
        var stranger = edge.as(token, "/api/v1/orders").header("Origin", "https://evil.example");
        assertThat(edge.send(stranger).statusCode()).isEqualTo(403);
    }
}
