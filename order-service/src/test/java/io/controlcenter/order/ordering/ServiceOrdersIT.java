package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders that change and disconnect installed services, over HTTP. */
class ServiceOrdersIT extends OrderSteps {

    @Test
    void services_are_changed_and_disconnected_by_orders() {
        var tenant = platform.tenant();
        var first = platform.awaitingAcceptance(tenant);
        api.post(tenant.buyer(), "/api/v1/orders/" + first + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        var service = order(tenant, first).at("/items/0/serviceId").asString();
        refusesWrongServiceIds(tenant, service);
        var change = existing(
                tenant,
                Map.of("itemId", "up", "action", "MODIFY", "serviceId", service, "productCode", "ETHERNET_100M"));
        var modify = platform.submitted(tenant, change);
        var rival = text(api.post(tenant.buyer(), "/api/v1/orders", change), "orderNumber");
        api.post(tenant.buyer(), "/api/v1/orders/" + rival + "/requirements-confirmation");
        api.post(tenant.buyer(), "/api/v1/orders/" + rival + "/submit", Map.of(), key())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("service-in-another-order");
        platform.milestone(tenant, modify, "CCD_SET", Map.of("date", "2026-06-20"))
                .expectStatus()
                .isOk();
        handOver(tenant, modify);
        api.post(tenant.buyer(), "/api/v1/orders/" + modify + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        var changed = json(api.get(tenant.buyer(), "/api/v1/services/" + service));
        assertThat(changed.path("productCode").asString()).isEqualTo("ETHERNET_100M");
        assertThat(changed.at("/monthlyRecurring/amount").asString()).isEqualTo("480.00");
        assertThat(changed.path("state").asString()).isEqualTo("INSTALLED");
        var accepted = events.await("order.accepted.v1", modify);
        assertThat(accepted.data().at("/items/0/action").asString()).isEqualTo("MODIFY");
        assertThat(accepted.data().at("/items/0/serviceId").asString()).isEqualTo(service);
        disconnects(tenant, service);
    }

    private Map<String, Object> existing(Tenant tenant, Map<String, ?>... items) {
        return Map.of(
                "accountId",
                tenant.accountA(),
                "requestedDate",
                Map.of("kind", "FIRM_DATE", "date", "2026-06-20"),
                "contact",
                Map.of("name", "Ada Buyer", "email", "ada@acme.example"),
                "items",
                List.of(items));
    }

    private void refusesWrongServiceIds(Tenant tenant, String service) {
        var site = platform.site(tenant, "Boston");
        var wrong = existing(
                tenant,
                Map.of("itemId", "a", "serviceId", service, "productCode", "DS1", "siteId", site, "termMonths", 12),
                Map.of("itemId", "b", "action", "MODIFY"),
                Map.of("itemId", "c", "action", "DELETE", "serviceId", "S-0"));
        var problem = json(
                api.post(tenant.buyer(), "/api/v1/orders", wrong).expectStatus().isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/items/0/serviceId", "/items/1/serviceId", "/items/2/serviceId", "/items/2/action");
    }

    private void disconnects(Tenant tenant, String service) {
        var number = platform.submitted(
                tenant, existing(tenant, Map.of("itemId", "off", "action", "DELETE", "serviceId", service)));
        var running = order(tenant, number);
        assertThat(running.path("state").asString()).isEqualTo("inProgress");
        assertThat(running.path("customerCommitDate").asString())
                .as("30 days after receipt")
                .isEqualTo("2026-07-01");
        assertThat(json(api.get(tenant.buyer(), "/api/v1/services/" + service))
                        .path("state")
                        .asString())
                .isEqualTo("PENDING_DISCONNECT");
        buyer(tenant, number, "/date-changes", Map.of("requestedDate", "2026-07-10", "reason", "Later"))
                .expectStatus()
                .isOk();
        clock.set(Instant.parse("2026-07-05T15:00:00Z"));
        buyer(tenant, number, "/cancellation", Map.of("reason", "We stay"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("disconnect-too-near");
        clock.set(Instant.parse("2026-07-10T15:00:00Z"));
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("completed");
        var gone = events.await("order.disconnected.v1", number);
        assertThat(gone.data().at("/items/0/stopDate").asString()).isEqualTo("2026-07-10");
        assertThat(gone.data().at("/items/0/serviceId").asString()).isEqualTo(service);
        assertThat(json(api.get(tenant.buyer(), "/api/v1/services/" + service))
                        .path("state")
                        .asString())
                .isEqualTo("DISCONNECTED");
    }
}
