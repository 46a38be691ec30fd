package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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

    private static Map<String, Object> existing(Tenant tenant, Map<String, ?>... items) {
        return existing(tenant, List.of(items));
    }

    private static Map<String, Object> existing(Tenant tenant, List<? extends Map<String, ?>> items) {
        return Map.of(
                "accountId",
                tenant.accountA(),
                "requestedDate",
                Map.of("kind", "FIRM_DATE", "date", "2026-06-20"),
                "contact",
                Map.of("name", "Ada Buyer", "email", "ada@acme.example"),
                "items",
                items);
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

    private List<String> services(Tenant tenant) {
        var number = platform.awaitingAcceptance(tenant);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        return order(tenant, number).path("items").findValuesAsString("serviceId");
    }

    private String ordered(Tenant tenant, String action, List<String> services) {
        return platform.submitted(
                tenant,
                existing(
                        tenant,
                        services.stream().map(service -> item(action, service)).toList()));
    }

    private static Map<String, String> item(String action, String service) {
        var what = Map.of("itemId", "of-" + service, "action", action, "serviceId", service);
        if (action.equals("DELETE")) {
            return what;
        }
        var change = new HashMap<>(what);
        change.put("productCode", "ETHERNET_100M");
        return change;
    }

    @Test
    void the_service_of_a_cancelled_change_is_free_for_another_order() {
        var tenant = platform.tenant();
        var services = services(tenant);
        var number = ordered(tenant, "MODIFY", services);
        var rest = services.getLast();
        buyer(tenant, number, "/cancellation", Map.of("itemId", "of-" + rest, "reason", "It stays as it is"))
                .expectStatus()
                .isOk();
        assertThat(serviceState(tenant, rest)).isEqualTo("PENDING_CHANGE");
        agree(tenant, number, "/cancellation");
        answer(tenant, number, charge(tenant, number), "ACCEPTED")
                .expectStatus()
                .isOk();
        assertThat(state(tenant, number)).isEqualTo("acknowledged");
        assertThat(itemStates(tenant, number)).containsExactly("acknowledged", "cancelled");
        assertThat(serviceState(tenant, rest)).isEqualTo("INSTALLED");
        assertThat(serviceState(tenant, services.getFirst())).isEqualTo("PENDING_CHANGE");
        ordered(tenant, "DELETE", List.of(rest));
        assertThat(serviceState(tenant, rest)).isEqualTo("PENDING_DISCONNECT");
    }

    @Test
    void each_service_of_a_disconnect_ends_on_its_day_or_stays() {
        var tenant = platform.tenant();
        var services = new ArrayList<>(services(tenant));
        services.addAll(services(tenant));
        var number = ordered(tenant, "DELETE", services.subList(0, 3));
        var later = services.get(1);
        var stays = services.get(2);
        var day = Map.of("itemId", "of-" + later, "requestedDate", "2026-07-10", "reason", "The move is late");
        assertThat(json(buyer(tenant, number, "/date-changes", day)
                                .expectStatus()
                                .isOk())
                        .path("state")
                        .asString())
                .isEqualTo("done");
        buyer(tenant, number, "/cancellation", Map.of("itemId", "of-" + stays, "reason", "We stay"))
                .expectStatus()
                .isOk();
        assertThat(serviceState(tenant, stays)).isEqualTo("INSTALLED");
        clock.set(Instant.parse("2026-07-01T15:00:00Z"));
        dueWork.runAll();
        dueWork.runAll();
        assertThat(itemStates(tenant, number)).containsExactly("completed", "inProgress", "cancelled");
        assertThat(ended(number)).containsExactly(services.getFirst() + " 2026-07-01");
        clock.set(Instant.parse("2026-07-10T15:00:00Z"));
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("completed");
        assertThat(serviceState(tenant, later)).isEqualTo("DISCONNECTED");
        assertThat(serviceState(tenant, stays)).isEqualTo("INSTALLED");
        events.await(
                event -> event.key().equals(number)
                        && event.type().equals("order.disconnected.v1")
                        && event.data().at("/items/0/serviceId").asString().equals(later),
                "the end of " + later);
        assertThat(ended(number)).containsExactly(services.getFirst() + " 2026-07-01", later + " 2026-07-10");
    }

    private List<String> ended(String number) {
        events.await("order.disconnected.v1", number);
        return events.of(number).stream()
                .filter(event -> event.type().equals("order.disconnected.v1"))
                .flatMap(event -> event.data().path("items").valueStream())
                .map(ServiceOrdersIT::service)
                .toList();
    }

    private static String service(JsonNode item) {
        return item.path("serviceId").asString() + " " + item.path("stopDate").asString();
    }

    private String serviceState(Tenant tenant, String service) {
        return text(api.get(tenant.buyer(), "/api/v1/services/" + service), "state");
    }
}
