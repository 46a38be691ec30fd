package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform.Tenant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another date for an item of an order, or no such item, over HTTP. */
class ItemChangesIT extends OrderSteps {

    private static final Map<String, String> CANCEL = Map.of("itemId", "item-2", "reason", "The branch closes");
    private static final Map<String, String> LATER =
            Map.of("itemId", "item-2", "requestedDate", "2026-07-01", "reason", "The branch is late");

    @Test
    void one_item_is_cancelled_for_its_charge_and_the_order_is_delivered_without_it() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var asked = json(
                buyer(tenant, number, "/cancellation", CANCEL).expectStatus().isOk());
        assertThat(asked.path("itemId").asString()).isEqualTo("item-2");
        assertThat(asked.at("/price/0/amount/amount").asString()).isEqualTo("100.00");
        assertThat(state(tenant, number)).isEqualTo("assessingCancellation");
        assertThat(itemStates(tenant, number)).containsExactly("inProgress", "pending");
        agree(tenant, number, "/cancellation");
        var charge = charge(tenant, number);
        assertThat(charge.path("itemId").asString()).isEqualTo("item-2");
        answer(tenant, number, charge, "ACCEPTED").expectStatus().isOk();
        assertThat(state(tenant, number)).isEqualTo("inProgress");
        assertThat(itemStates(tenant, number)).containsExactly("inProgress", "cancelled");
        var told = events.await("order.item.cancelled.v1", number).data();
        assertThat(told.path("itemId").asString()).isEqualTo("item-2");
        assertThat(told.path("reason").asString()).isEqualTo("The branch closes");
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/timeline?limit=100"))
                        .path("items")
                        .findValuesAsString("text"))
                .contains(
                        "Cancellation of item item-2 asked for: The branch closes",
                        "Item item-2 is cancelled: The branch closes");
        refusesWhatIsOver(tenant, number);
        handOver(tenant, number);
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/connection-notice"))
                        .path("items")
                        .findValuesAsString("itemId"))
                .as("only what is installed")
                .containsExactly("item-1");
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        assertThat(state(tenant, number)).isEqualTo("completed");
        assertThat(events.await("order.accepted.v1", number)
                        .data()
                        .path("items")
                        .findValuesAsString("itemId"))
                .containsExactly("item-1");
    }

    private void refusesWhatIsOver(Tenant tenant, String number) {
        for (var what : List.of("/cancellation", "/date-changes")) {
            var body = what.equals("/cancellation") ? CANCEL : LATER;
            buyer(tenant, number, what, body)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("item-over");
            var unknown = new HashMap<>(body);
            unknown.put("itemId", "item-9");
            buyer(tenant, number, what, unknown)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/itemId");
        }
    }

    @Test
    void one_item_is_delivered_on_a_date_of_its_own() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        buyer(tenant, number, "/date-changes", LATER).expectStatus().isOk();
        agree(tenant, number, "/date-changes");
        answer(tenant, number, charge(tenant, number), "ACCEPTED")
                .expectStatus()
                .isOk();
        var changed = order(tenant, number);
        assertThat(changed.path("customerCommitDate").asString()).isEqualTo("2026-06-20");
        assertThat(changed.at("/requestedDate/date").asString()).isEqualTo("2026-06-20");
        assertThat(changed.path("items").findValuesAsString("expectedCompletionDate"))
                .containsExactly("2026-06-20", "2026-07-01");
        assertThat(changed.at("/items/0").has("requestedDate")).isFalse();
        assertThat(changed.at("/items/1/requestedDate/date").asString()).isEqualTo("2026-07-01");
        for (var kind : List.of("REQUESTED", "EXPECTED_COMPLETION")) {
            var told = events.await(
                    event -> event.key().equals(number)
                            && event.data().path("kind").asString("").equals(kind),
                    kind + " of " + number);
            assertThat(told.data().path("itemId").asString()).isEqualTo("item-2");
        }
        handOver(tenant, number);
        clock.set(Instant.parse("2026-06-20T15:00:00Z"));
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        assertThat(order(tenant, number).path("items").findValuesAsString("commencementDate"))
                .containsExactly("2026-06-20", "2026-07-01");
    }

    /** Five business days before Saturday 20 June, without Juneteenth. */
    @Test
    void whoever_puts_a_date_off_says_so_five_business_days_before() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        clock.set(Instant.parse("2026-06-15T15:00:00Z"));
        var whole = Map.of("requestedDate", "2026-07-01", "reason", "The building is late");
        for (var wish : List.of(LATER, whole)) {
            buyer(tenant, number, "/date-changes", wish)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("notice-too-short")
                    .jsonPath("$.lastDay")
                    .isEqualTo("2026-06-12");
        }
        clock.set(Instant.parse("2026-06-12T15:00:00Z"));
        buyer(tenant, number, "/date-changes", whole).expectStatus().isOk();
    }
}
