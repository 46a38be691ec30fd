package io.controlcenter.order.quotes;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.platform.test.Tokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Quotes over HTTP: asked for, engineered, offered, approved, declined, expired. */
class QuoteIT extends QuoteSteps {

    @Test
    void a_quote_goes_from_request_to_orderable() {
        var tenant = platform.tenant();
        var number = requested(tenant, "FIRM");
        assertThat(read(buyer(tenant), number).path("state").asString()).isEqualTo("acknowledged");
        dueWork.runAll();
        var working = read(buyer(tenant), number);
        assertThat(working.path("state").asString()).isEqualTo("inProgress");
        assertThat(working.at("/items/0/offer").isMissingNode())
                .as("no prices yet")
                .isTrue();
        assertThat(read(SALES, number)
                        .at("/items/0/offer/monthlyRecurring/amount")
                        .asString())
                .as("the list price, to begin with")
                .isEqualTo("1000.00");
        post(SALES, number, "/draft", Map.of()).expectStatus().isOk();
        var draft = read(buyer(tenant), number);
        assertThat(draft.path("sellerLevel").asString()).isEqualTo("FIRM_SUBJECT_TO_FEASIBILITY");
        assertThat(draft.at("/items/0/offer/monthlyRecurring/amount").asString())
                .isEqualTo("1000.00");
        assertThat(json(post(SALES, number, "/approval", Map.of())
                                .expectStatus()
                                .isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("engineering-incomplete");
        put(
                        ENGINEER,
                        number,
                        "/engineering",
                        Map.of("status", "COMPLETE", "technicalRequirements", "Single-mode", "notes", "Ring 4"))
                .expectStatus()
                .isOk();
        assertThat(json(post(SALES, number, "/approval", Map.of())
                                .expectStatus()
                                .isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("capacity-not-confirmed");
        put(ENGINEER, number, "/capacity", Map.of("status", "CONFIRMED", "notes", "Port 7"))
                .expectStatus()
                .isOk();
        post(SALES, number, "/approval", Map.of("validUntil", "2026-06-30"))
                .expectStatus()
                .isOk();
        var approved = read(buyer(tenant), number);
        assertThat(approved.path("state").asString()).isEqualTo("approved.orderable");
        assertThat(approved.path("sellerLevel").asString()).isEqualTo("FIRM");
        assertThat(approved.path("validUntil").asString()).isEqualTo("2026-06-30");
        assertThat(approved.at("/engineering/technicalRequirements").asString()).isEqualTo("Single-mode");
        assertThat(approved.toString()).as("the provider's own notes").doesNotContain("Ring 4", "Port 7");
        assertThat(approved.path("stateHistory").findValuesAsString("to"))
                .containsExactly("acknowledged", "inProgress", "inProgress.draft", "approved.orderable");
        assertThat(json(api.get(buyer(tenant), PATH + "/" + number + "/versions/0"))
                        .path("state")
                        .asString())
                .isEqualTo("acknowledged");
        api.get(buyer(tenant), PATH + "/" + number + "/versions/99")
                .expectStatus()
                .isNotFound();
        var event = events.await("order.quote.state-changed.v1", number);
        assertThat(event.data().path("to").asString()).isEqualTo("acknowledged");
        assertThat(event.enterpriseId()).isEqualTo(tenant.enterprise());
    }

    @Test
    void a_longer_term_is_an_alternate_that_the_buyer_may_decline() {
        var tenant = platform.tenant();
        var number = approved(tenant, 60);
        var seen = read(buyer(tenant), number);
        assertThat(seen.path("state").asString()).isEqualTo("approved.orderableAlternate");
        assertThat(seen.at("/items/0/offer/alternate").asBoolean()).isTrue();
        post(buyer(tenant), number, "/cancel", Map.of()).expectStatus().isEqualTo(409);
        post(buyer(tenant), number, "/decline", Map.of()).expectStatus().isEqualTo(422);
        post(buyer(tenant), number, "/decline", Map.of("reason", "Too long"))
                .expectStatus()
                .isOk();
        post(buyer(tenant), number, "/decline", Map.of("reason", "Too long"))
                .expectStatus()
                .isEqualTo(409);
        assertThat(read(SALES, number).path("reason").asString()).isEqualTo("Too long");
    }

    @Test
    void a_budget_is_answered_and_cannot_be_approved() {
        var tenant = platform.tenant();
        var number = inProgress(tenant, "BUDGETARY");
        post(SALES, number, "/approval", Map.of()).expectStatus().isEqualTo(409);
        post(SALES, number, "/answer", Map.of("validUntil", "2026-05-01"))
                .expectStatus()
                .isEqualTo(422);
        post(SALES, number, "/answer", Map.of()).expectStatus().isOk();
        var answered = read(buyer(tenant), number);
        assertThat(answered.path("state").asString()).isEqualTo("answered");
        assertThat(answered.path("validUntil").asString()).isEqualTo("2026-07-01");
        post(buyer(tenant), number, "/decline", Map.of("reason", "no"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void a_buyer_cancels_while_it_is_worked_on_and_sales_gives_up_what_cannot_be_provided() {
        var tenant = platform.tenant();
        var first = inProgress(tenant, "FIRM");
        post(buyer(tenant), first, "/cancel", Map.of("reason", "Plans changed"))
                .expectStatus()
                .isOk();
        assertThat(read(buyer(tenant), first).path("state").asString()).isEqualTo("cancelled");
        var second = inProgress(tenant, "FIRM");
        post(SALES, second, "/inability", Map.of()).expectStatus().isEqualTo(409);
        put(ENGINEER, second, "/items/item-1/unable", Map.of("reason", "No fibre in the street"))
                .expectStatus()
                .isOk();
        put(ENGINEER, second, "/items/item-9/unable", Map.of("reason", "x"))
                .expectStatus()
                .isNotFound();
        post(SALES, second, "/approval", Map.of()).expectStatus().isEqualTo(409);
        post(SALES, second, "/inability", Map.of()).expectStatus().isOk();
        assertThat(read(buyer(tenant), second).path("state").asString()).isEqualTo("unableToProvide");
    }

    @Test
    void the_engineering_part_is_the_providers_and_every_writer_names_a_version() {
        var tenant = platform.tenant();
        var number = inProgress(tenant, "FIRM");
        for (var user : List.of(
                buyer(tenant),
                OrderPlatform.CCM.on(tenant.enterprise()),
                Tokens.customer(tenant.enterprise(), "SALES_ENGINEER"))) {
            put(user, number, "/engineering", Map.of("status", "COMPLETE"))
                    .expectStatus()
                    .isForbidden();
            put(user, number, "/capacity", Map.of("status", "CONFIRMED"))
                    .expectStatus()
                    .isForbidden();
        }
        put(SALES, number, "/engineering", Map.of("status", "IN_PROGRESS"))
                .expectStatus()
                .isOk();
        put(ENGINEER, number, "/engineering", Map.of("status", "ALMOST"))
                .expectStatus()
                .isEqualTo(422);
        put(ENGINEER, number, "/items/item-1/offer", Map.of()).expectStatus().isForbidden();
        api.as(SALES)
                .put()
                .uri(PATH + "/" + number + "/capacity")
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("status", "PENDING"))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void the_buyer_is_reminded_once_and_then_it_ends() {
        var tenant = platform.tenant();
        var number = approved(tenant, 36);
        clock.set(Instant.parse("2026-06-25T15:00:00Z"));
        dueWork.runAll();
        clock.set(Instant.parse("2026-06-26T15:00:00Z"));
        dueWork.runAll();
        dueWork.runAll();
        var reminder = events.await("order.quote.expiring.v1", number);
        assertThat(reminder.data().path("validUntil").asString()).isEqualTo("2026-07-01");
        clock.set(Instant.parse("2026-07-01T20:00:00Z"));
        dueWork.runAll();
        assertThat(read(buyer(tenant), number).path("state").asString()).isEqualTo("approved.orderable");
        clock.set(Instant.parse("2026-07-02T20:00:00Z"));
        dueWork.runAll();
        assertThat(read(buyer(tenant), number).path("state").asString()).isEqualTo("expired");
        events.await(
                seen -> seen.key().equals(number)
                        && seen.data().path("to").asString().equals("expired"),
                "the end of " + number);
        assertThat(events.of(number))
                .filteredOn(seen -> seen.type().equals("order.quote.expiring.v1"))
                .as("one reminder, five days before the last one")
                .singleElement()
                .satisfies(seen -> assertThat(seen.data().path("at").asString()).startsWith("2026-06-26"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var tenant = platform.tenant();
        var site = platform.site(tenant, "Chicago");
        var hawaii = json(api.post(
                        tenant.buyer(),
                        "/api/v1/sites",
                        Map.of(
                                "name", "Honolulu",
                                "street", "1 Ala Moana",
                                "city", "Honolulu",
                                "state", "HI",
                                "postalCode", "96814",
                                "country", "US")))
                .path("siteId")
                .asString();
        var body = wanted(tenant, "FIRM");
        body.put("requestedCompletionDate", "2026-05-01");
        body.put(
                "items",
                List.of(
                        item("a", "ADD", "DS3", hawaii, null),
                        item("a", "ADD", "PIGEON", "SITE-1", null),
                        item("c", "ADD", "DS1", site, "S-1"),
                        item("d", "MODIFY", null, null, null),
                        item("e", "DELETE", null, null, "S-1"),
                        Map.of("itemId", "f", "action", "ADD")));
        var answer = json(api.post(buyer(tenant), PATH, body).expectStatus().isEqualTo(422));
        assertThat(answer.path("errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/requestedCompletionDate",
                        "/items/0/siteId",
                        "/items/1/itemId",
                        "/items/1/productCode",
                        "/items/1/siteId",
                        "/items/2/serviceId",
                        "/items/3/serviceId",
                        "/items/4/serviceId",
                        "/items/5/productCode",
                        "/items/5/siteId",
                        "/items/5/termMonths");
        body.put("items", List.of());
        body.put("level", "FIRM_SUBJECT_TO_FEASIBILITY");
        api.post(buyer(tenant), PATH, body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
    }

    private static Map<String, Object> item(
            String itemId, String action, String product, String siteId, String serviceId) {
        var item = new HashMap<String, Object>(Map.of("itemId", itemId, "action", action));
        if (product != null) {
            item.put("productCode", product);
            item.put("termMonths", 12);
        }
        if (siteId != null) {
            item.put("siteId", siteId);
        }
        if (serviceId != null) {
            item.put("serviceId", serviceId);
        }
        return item;
    }

    @Test
    void a_quote_is_its_tenants_own() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var number = requested(tenant, "FIRM");
        api.get(buyer(other), PATH + "/" + number).expectStatus().isNotFound();
        api.get(buyer(tenant).onlyAccounts(tenant.accountB()), PATH + "/" + number)
                .expectStatus()
                .isNotFound();
        api.post(buyer(other), PATH, wanted(tenant, "FIRM")).expectStatus().isNotFound();
        assertThat(json(api.get(buyer(tenant), PATH + "?externalId=RFQ-7&state=acknowledged"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(json(api.get(buyer(other), PATH)).path("items").size()).isZero();
        assertThat(json(api.get(SALES, PATH + "?accountId=" + tenant.accountA()))
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_repeat_answers_the_same_and_a_dry_run_leaves_nothing() {
        var tenant = platform.tenant();
        var body = wanted(tenant, "FIRM");
        var key = UUID.randomUUID().toString();
        var first = text(api.post(buyer(tenant), PATH, body, key), "quoteNumber");
        assertThat(text(api.post(buyer(tenant), PATH, body, key), "quoteNumber"))
                .isEqualTo(first);
        api.post(buyer(tenant), PATH + "?dryRun=true", body).expectStatus().isOk();
        assertThat(json(api.get(buyer(tenant), PATH)).path("items").size()).isEqualTo(1);
    }
}
