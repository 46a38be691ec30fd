package io.controlcenter.gateway;

import static io.controlcenter.gateway.FakePlatform.Edge.code;
import static io.controlcenter.gateway.FakePlatform.IDENTITY;
import static io.controlcenter.gateway.FakePlatform.MAINTENANCE;
import static io.controlcenter.gateway.FakePlatform.NOTIFICATION;
import static io.controlcenter.gateway.FakePlatform.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.gateway.FakePlatform.Edge;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensIT extends GatewayIT {

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/orders", "/api/v1/me", "/api/v1/operations/order/dead-letters", "/api/v1/sandbox/clock"
            })
    void no_bad_token_passes(String path) {
        var user = user("ENT-1");
        assertThat(code(edge.send(edge.request(path)))).isEqualTo("401 missingCredentials");
        assertThat(code(edge.get(IDENTITY.expired(user), path))).isEqualTo("401 token-expired");
        for (var bad : List.of(
                IDENTITY.forged(user),
                IDENTITY.unsigned(user),
                IDENTITY.forAnotherAudience(user),
                "not-a-token",
                "a.b.c")) {
            assertThat(code(edge.get(bad, path))).isEqualTo("401 invalidCredentials");
        }
    }

    @Test
    void a_refusal_says_how_to_authenticate_and_what_to_name() {
        var answer = edge.send(edge.request("/api/v1/orders").header("X-Correlation-Id", "abc-1"));
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue("abc-1");
        assertThat(Edge.json(answer).path("correlationId").asString()).isEqualTo("abc-1");
        assertThat(Edge.json(answer).path("type").asString()).isEqualTo("urn:problem:gateway:missing-credentials");
        assertThat(Edge.json(answer).path("instance").asString()).isEqualTo("/api/v1/orders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/status",
                "/api/v1/help",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/v3/api-docs/gateway",
                "/swagger-ui/index.html",
                "/portal",
                "/portal/invoices/INV-2026-000001"
            })
    void help_documents_and_status_need_no_token(String path) {
        assertThat(edge.send(edge.request(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void help_names_support_hours_with_what_they_need() {
        var links =
                Edge.json(edge.send(edge.request("/api/v1/help"))).path("items").findValuesAsString("href");
        assertThat(links)
                .filteredOn(link -> link.contains("/support-hours"))
                .extracting(link -> link.replaceFirst(".*/support-hours", ""))
                .containsExactly("?segment=ENTERPRISE", "?segment=NATIONAL_WHOLESALE");
    }

    @Test
    void public_endpoints_of_services_need_no_token_and_get_none() {
        assertThat(code(edge.send(edge.request("/api/v1/support-hours")))).isEqualTo("503 unavailable");
        var registration = edge.request("/api/v1/registrations").POST(BodyPublishers.ofString("{\"a\":1}"));
        assertThat(edge.send(registration.header("Authorization", "Bearer made.up.token"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(IDENTITY.server().seen("/api/v1/registrations"))
                .last()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEmpty())
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"a\":1}"));
        assertThat(code(edge.send(edge.request("/api/v1/registrations")))).isEqualTo("401 missingCredentials");
    }

    @Test
    void a_calendar_feed_is_read_by_its_secret_and_nothing_else_of_maintenance_is() {
        var feed = edge.request("/api/v1/gcrs.ics?key=secret").header("X-Enterprise-Id", "ENT-1");
        assertThat(edge.send(feed).statusCode()).isEqualTo(200);
        assertThat(MAINTENANCE.seen("/api/v1/gcrs.ics?key=secret"))
                .last()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEmpty());
        for (var path :
                new String[] {"/api/v1/gcrs", "/api/v1/gcrs.csv", "/api/v1/gcrs/123456789.ics", "/api/v1/gcrs.ics/x"}) {
            assertThat(code(edge.send(edge.request(path)))).isEqualTo("401 missingCredentials");
        }
    }

    @Test
    void a_token_works_until_it_expires_without_anybody_being_asked_again() {
        var token = IDENTITY.token(user("ENT-1"));
        var keysFetched = IDENTITY.server().seen("/oauth2/jwks").size();
        for (int i = 0; i < 20; i++) {
            assertThat(edge.get(token, "/api/v1/notifications").statusCode()).isEqualTo(200);
        }
        assertThat(IDENTITY.server().seen("/oauth2/jwks")).hasSizeLessThanOrEqualTo(keysFetched + 1);
        assertThat(IDENTITY.exchanges(token)).hasSize(1);
        assertThat(NOTIFICATION.seen()).isNotEmpty();
    }
}
