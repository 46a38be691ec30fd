package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Charges over HTTP: what an expedite costs, and what becomes of a charge that is answered, taken back or left alone. */
class OrderChargesIT extends OrderSteps {

    @Test
    void an_expedite_costs_what_the_rate_card_says_and_is_billed_when_its_date_is_met() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant, ds1(tenant, "EXPEDITE", "2026-06-05"));
        var held = json(platform.milestone(tenant, number, "CCD_SET", Map.of("date", "2026-06-05"))
                .expectStatus()
                .isOk());
        assertThat(held.path("state").asString()).isEqualTo("held.assessingCharge");
        assertThat(held.at("/items/0/state").asString()).isEqualTo("held");
        assertThat(held.at("/items/0/technicalContact/name").asString()).isEqualTo("Tess Tech");
        var charge = charge(tenant, number);
        assertThat(charge.at("/items/0/amount/amount").asString())
                .as("2 business days at 300.00")
                .isEqualTo("600.00");
        assertThat(charge.at("/clock/running").asBoolean()).isTrue();
        assertThat(charge.at("/clock/remaining").asString()).isEqualTo("PT240H");
        var path = "/api/v1/orders/" + number + "/charges/"
                + charge.path("chargeId").asString() + "/response";
        api.post(tenant.buyer(), path, Map.of("items", List.of()), key())
                .expectStatus()
                .isForbidden();
        api.post(approver(tenant), path, Map.of("items", List.of(Map.of("chargeItemId", "x", "decision", "ACCEPTED"))))
                .expectStatus()
                .isBadRequest();
        buyer(
                        tenant,
                        number,
                        path.substring(path.indexOf("/charges")),
                        Map.of("items", List.of(Map.of("chargeItemId", "nothing", "decision", "ACCEPTED"))))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
        answer(tenant, number, charge, "ACCEPTED").expectStatus().isOk();
        assertThat(order(tenant, number).at("/items/0/expediteAccepted").asBoolean())
                .isTrue();
        handOver(tenant, number);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        events.await("order.charge.created.v1", number);
        events.await("order.charge.answered.v1", number);
        var billable = events.await("order.charge.billable.v1", number);
        assertThat(billable.data().path("chargeDate").asString()).isEqualTo("2026-06-01");
        assertThat(billable.data().path("serviceId").asString()).startsWith("S-");
        assertThat(charge(tenant, number).at("/items/0/billedOn").asString()).isEqualTo("2026-06-01");
    }

    @Test
    void a_date_earlier_than_standard_needs_an_expedite_and_some_products_a_quote() {
        var tenant = platform.tenant();
        api.post(tenant.buyer(), "/api/v1/orders", ds1(tenant, "FIRM_DATE", "2026-06-05"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.earliestDate")
                .isEqualTo("2026-06-09");
        api.post(tenant.buyer(), "/api/v1/orders", ds1(tenant, "FIRM_DATE", "2026-06-09"))
                .expectStatus()
                .isCreated();
        var ethernet = new java.util.HashMap<>(platform.order(tenant, "2026-06-05", platform.site(tenant, "Chicago")));
        ethernet.put("requestedDate", Map.of("kind", "EXPEDITE", "date", "2026-06-05"));
        api.post(tenant.buyer(), "/api/v1/orders", ethernet)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("expedite-requires-quote");
    }

    @Test
    void a_charge_that_nobody_answers_lapses_and_fails_what_it_blocks() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var wanted = Map.of(
                "itemId",
                "item-1",
                "cause",
                "CONSTRUCTION",
                "responseDueAt",
                "2026-06-05T15:00:00Z",
                "items",
                List.of(Map.of(
                        "priceType",
                        "NON_RECURRING",
                        "description",
                        "Trench of 40 m",
                        "amount",
                        Map.of("amount", "4000.00", "currency", "USD"),
                        "blocking",
                        true)));
        ccm(tenant, number, "/charges", wanted).expectStatus().isCreated();
        ccm(tenant, number, "/charges", wanted)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("charge-open");
        var charge = charge(tenant, number);
        warns(number, "2026-06-04T14:59:59Z");
        warns(number, "2026-06-04T15:00:00Z", 75);
        assertThat(charge(tenant, number).at("/clock/elapsedPercent").asInt()).isEqualTo(75);
        warns(number, "2026-06-05T05:23:59Z", 75);
        warns(number, "2026-06-05T05:24:00Z", 75, 90);
        clock.set(Instant.parse("2026-06-05T15:00:01Z"));
        answer(tenant, number, charge, "ACCEPTED")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("charge-answered-late");
        dueWork.runAll();
        var after = order(tenant, number);
        assertThat(after.path("state").asString()).isEqualTo("inProgress");
        assertThat(after.at("/items/0/state").asString()).isEqualTo("failed");
        assertThat(charge(tenant, number).path("state").asString()).isEqualTo("TIMEOUT");
        assertThat(charge(tenant, number).at("/clock/elapsedPercent").asInt()).isEqualTo(100);
        events.await("order.charge.timed-out.v1", number);
        assertThat(events.await("order.item.failed.v1", number)
                        .data()
                        .path("itemId")
                        .asString())
                .isEqualTo("item-1");
        handOver(tenant, number);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        assertThat(state(tenant, number)).isEqualTo("partial");
        var accepted = events.await("order.accepted.v1", number);
        assertThat(accepted.data().path("items").findValuesAsString("itemId")).containsExactly("item-2");
    }

    /** The charge has four days; twice is as good as once. */
    private void warns(String number, String at, Integer... percents) {
        clock.set(Instant.parse(at));
        dueWork.runAll();
        dueWork.runAll();
        if (percents.length > 0) {
            events.await(
                    event -> event.key().equals(number)
                            && event.data().path("percent").asInt(0) == percents[percents.length - 1],
                    "the last warning of " + number);
        }
        assertThat(events.of(number).stream()
                        .filter(event -> event.type().equals("order.charge.at-risk.v1"))
                        .map(event -> event.data().path("percent").asInt()))
                .containsExactly(percents);
    }

    private static Map<String, Object> rackSpace(String currency) {
        return Map.of(
                "cause",
                "OTHER",
                "items",
                List.of(Map.of(
                        "priceType",
                        "RECURRING",
                        "description",
                        "Rack space",
                        "amount",
                        Map.of("amount", "40.00", "currency", currency))));
    }

    private static Map<String, Object> of(String itemId, Map<String, Object> charge) {
        var ofItem = new HashMap<>(charge);
        ofItem.put("itemId", itemId);
        return ofItem;
    }

    @Test
    void a_withdrawn_charge_lets_the_order_go_on() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var refused = json(
                ccm(tenant, number, "/charges", rackSpace("EUR")).expectStatus().isEqualTo(422));
        assertThat(refused.path("errors").findValuesAsString("pointer"))
                .as("other money, and a monthly price of no item")
                .containsExactlyInAnyOrder("/items/0/amount/currency", "/itemId");
        var charge = of("item-1", rackSpace("USD"));
        var id = text(ccm(tenant, number, "/charges", charge).expectStatus().isCreated(), "chargeId");
        ccm(tenant, number, "/charges/" + id + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        assertThat(state(tenant, number)).isEqualTo("inProgress");
        events.await("order.charge.withdrawn.v1", number);
    }

    @Test
    void an_accepted_monthly_price_is_one_of_the_service() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        ccm(tenant, number, "/charges", of("item-2", rackSpace("USD")))
                .expectStatus()
                .isCreated();
        answer(tenant, number, charge(tenant, number), "ACCEPTED")
                .expectStatus()
                .isOk();
        handOver(tenant, number);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        var items = events.await("order.accepted.v1", number).data().path("items");
        assertThat(items.path(0).path("charges").findValuesAsString("description"))
                .doesNotContain("Rack space");
        assertThat(items.path(1).path("charges").findValuesAsString("description"))
                .contains("Rack space");
        assertThat(json(api.get(
                                tenant.buyer(),
                                "/api/v1/services/" + items.at("/1/serviceId").asString()))
                        .at("/monthlyRecurring/amount")
                        .asString())
                .isEqualTo("1040.00");
    }
}
