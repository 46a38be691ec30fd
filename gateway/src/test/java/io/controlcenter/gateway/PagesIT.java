package io.controlcenter.gateway;

import static io.controlcenter.gateway.FakePlatform.Edge.code;
import static io.controlcenter.gateway.FakePlatform.NOTIFICATION;
import static io.controlcenter.gateway.FakePlatform.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.gateway.FakePlatform.Edge;
import io.controlcenter.gateway.FakeServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesIT extends GatewayIT {

    @AfterEach
    void all_behave() {
        ORDER.does(_ -> Answer.ok("{}"));
        NOTIFICATION.does(_ -> Answer.ok("{}"));
    }

    private void ordersFallBehind() {
        ORDER.does(request -> request.uri().endsWith("health") ? Answer.of(503, """
                        {"status":"DOWN","components":{"db":{"status":"DOWN"},"ping":{"status":"UP"}}}""") : Answer.ok("""
                        # HELP outbox_unpublished_rows
                        outbox_unpublished_rows{application="order",} 12.0
                        outbox_oldest_seconds 3.5
                        dead_letters_waiting 2.0
                        """));
    }

    @Test
    void the_status_names_each_service_its_dependencies_and_what_waits() {
        ordersFallBehind();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var status = Edge.json(edge.send(edge.request("/status").header("Accept", "application/json")));
            assertThat(status.path("status").asString()).isEqualTo("DEGRADED");
            var order = status.path("services")
                    .valueStream()
                    .filter(service -> service.path("name").asString().equals("order"))
                    .findFirst()
                    .orElseThrow();
            assertThat(order.path("status").asString()).isEqualTo("DEGRADED");
            assertThat(order.at("/dependencies/db").asString()).isEqualTo("DOWN");
            assertThat(order.path("eventsWaiting").asInt()).isEqualTo(12);
            assertThat(order.path("deadLetters").asInt()).isEqualTo(2);
            assertThat(status.at("/services/0/dependencies/identityEvents").asString())
                    .isEqualTo("UP");
        });
    }

    @Test
    void a_browser_gets_a_page() {
        ordersFallBehind();
        var answer = edge.send(edge.request("/status").header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains("<h2>Billing</h2>", "Not reachable", "<main id=\"board\">");
    }

    @Test
    void a_service_s_api_document_names_our_address_and_stays_readable_while_it_is_away() {
        NOTIFICATION.does(_ -> Answer.ok("""
                {"openapi":"3.1.0","servers":[{"url":"/"}],"paths":{"/api/v1/notifications":{"get":{
                 "operationId":"listNotifications","security":[{"control-center":[]}],"parameters":[
                 {"name":"cursor","in":"query"},
                 {"name":"X-Enterprise-Id","in":"header","description":"The enterprise."}]}}}}"""));
        var document = Edge.json(edge.send(edge.request("/v3/api-docs/notification")));
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("http://localhost:8080");
        assertThat(document.at("/components/securitySchemes/control-center/flows/authorizationCode/authorizationUrl")
                        .asString())
                .isEqualTo("http://localhost:8080/oauth2/authorize");
        assertThat(document.at("/paths/~1api~1v1~1notifications/get/security").toString())
                .isEqualTo("[{\"control-center\":[]},{\"bearer\":[]}]");
        assertThat(document.at("/paths/~1api~1v1~1notifications/get/parameters/1/description")
                        .asString())
                .startsWith("The enterprise. An asterisk reads the list over all your enterprises");
        NOTIFICATION.does(_ -> {
            throw new IllegalStateException("away");
        });
        assertThat(edge.send(edge.request("/v3/api-docs/notification")).statusCode())
                .isEqualTo(200);
        assertThat(code(edge.send(edge.request("/v3/api-docs/billing")))).isEqualTo("503 unavailable");
        assertThat(code(edge.send(edge.request("/v3/api-docs/nobody")))).isEqualTo("404 notFound");
    }

    @Test
    void swagger_ui_knows_all_documents_and_its_client() {
        var settings = Edge.json(edge.send(edge.request("/v3/api-docs/swagger-config")));
        assertThat(settings.path("urls").findValuesAsString("url"))
                .contains("/v3/api-docs/gateway", "/v3/api-docs/billing", "/v3/api-docs/identity");
        var start =
                edge.send(edge.request("/swagger-ui/swagger-initializer.js")).body();
        assertThat(start).contains("control-center-portal", "usePkceWithAuthorizationCodeGrant");
        assertThat(edge.send(edge.request("/swagger-ui/oauth2-redirect.html")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_mail_scanner_that_only_asks_for_the_head_finds_the_page() {
        for (var path : new String[] {"/portal/invoices/INV-2026-000001", "/status", "/portal/assets/portal.css"}) {
            var head = edge.request(path).method("HEAD", BodyPublishers.noBody());
            assertThat(edge.send(head).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_mistyped_address_is_a_page_for_people_and_a_problem_for_programs() {
        var page = edge.send(edge.request("/invoices/42").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("There is no such page").doesNotContain("<script");
        assertThat(edge.send(edge.request("/oauth2/authorize?a=b").header("Accept", "text/html"))
                        .body())
                .contains("/oauth2/authorize?a=b");
        assertThat(code(edge.send(edge.request("/invoices/42")))).isEqualTo("404 notFound");
        assertThat(code(edge.send(edge.request("/api/v1/nonsense").header("Accept", "text/html"))))
                .isEqualTo("404 notFound");
    }

    @Test
    void the_portal_is_one_page_for_all_its_paths_without_inline_script() {
        for (var path :
                new String[] {"/portal", "/portal/callback?code=1&state=2", "/portal/invoices/INV-2026-000001"}) {
            var page = edge.send(edge.request(path));
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe"));
            assertThat(page.body())
                    .contains("/portal/assets/portal.js")
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContainPattern(" style=|onclick=|https?://");
        }
        assertThat(Edge.json(edge.send(edge.request("/portal/settings.json")))
                        .path("clientId")
                        .asString())
                .isEqualTo("control-center-portal");
        for (var asset :
                new String[] {"portal.css", "portal.js", "views.js", "pay.js", "status.css", "status.js", "mark.svg"}) {
            assertThat(edge.send(edge.request("/portal/assets/" + asset)).statusCode())
                    .isEqualTo(200);
        }
    }
}
