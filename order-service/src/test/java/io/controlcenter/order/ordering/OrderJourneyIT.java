package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** An order's life over HTTP, from draft to installed services, with what can go wrong on the way. */
class OrderJourneyIT extends OrderSteps {

    @Test
    void an_order_goes_from_draft_to_two_installed_services() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var path = "/api/v1/orders/" + number;
        var acknowledged = json(api.get(tenant.buyer(), path).expectStatus().isOk());
        assertThat(acknowledged.path("state").asString()).isEqualTo("acknowledged");
        assertThat(acknowledged.at("/customerCareManager/phone").asString()).isEqualTo("+1 555 0100");
        assertThat(acknowledged.at("/acknowledgement/version").asInt()).isEqualTo(1);
        assertThat(acknowledged.at("/items/1/serviceId").asString()).startsWith("S-");
        assertThat(acknowledged.at("/items/1/circuitId").isMissingNode()).isTrue();
        var letter = json(api.get(tenant.buyer(), path + "/acknowledgement")
                .expectStatus()
                .isOk());
        assertThat(letter.at("/customerCareManager/email").asString()).isEqualTo("ccm-of-all@provider.example");
        assertThat(letter.path("items").size()).isEqualTo(2);
        deliver(tenant, number);
        clock.set(Instant.parse("2026-06-23T04:30:00Z"));
        var completed = json(accept(tenant, number, Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk());
        assertThat(completed.path("state").asString()).isEqualTo("completed");
        assertThat(completed.path("items")).allSatisfy(item -> {
            assertThat(item.path("commencementDate").asString())
                    .as("the date in Chicago")
                    .isEqualTo("2026-06-22");
            assertThat(item.path("serviceId").asString()).startsWith("S-");
            assertThat(item.path("circuitId").asString()).startsWith("ET-");
        });
        var services = json(api.get(tenant.buyer(), "/api/v1/services?orderNumber=" + number));
        assertThat(services.path("items").size()).isEqualTo(2);
        assertThat(services.at("/items/0/monthlyRecurring/amount").asString()).isEqualTo("1000.00");
        var accepted = events.await("order.accepted.v1", number);
        assertThat(accepted.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(accepted.data().at("/items/0/charges/0/amount/amount").asString())
                .isEqualTo("1000.00");
        assertThat(accepted.data().at("/items/1/site/city").asString()).isEqualTo("Denver");
    }

    private void deliver(OrderPlatform.Tenant tenant, String number) {
        platform.milestone(tenant, number, "CCD_SET", Map.of("date", "2026-06-20"))
                .expectStatus()
                .isOk();
        for (var code :
                List.of("DESIGN_COMPLETE", "INSTALL_COMPLETE", "TEST_AND_TURN_UP_PASSED", "CONNECTION_NOTICE_SENT")) {
            platform.milestone(tenant, number, code, Map.of("note", "done"))
                    .expectStatus()
                    .isOk();
        }
    }

    private ResponseSpec accept(OrderPlatform.Tenant tenant, String number, Map<String, ?> answer) {
        return api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", answer);
    }

    @Test
    void events_leave_in_order_with_one_milestone_event_each() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        platform.milestone(tenant, number, "CCD_SET", Map.of("date", "2026-06-20"))
                .expectStatus()
                .isOk();
        events.await(
                event -> event.key().equals(number)
                        && event.type().equals("order.milestone.reached.v1")
                        && event.data().path("code").asString().equals("CCD_SET"),
                "CCD_SET of " + number);
        var seen = events.of(number);
        assertThat(seen).extracting(Events.Seen::version).isSorted();
        assertThat(seen.stream().filter(event -> event.type().equals("order.milestone.reached.v1")))
                .extracting(event -> event.data().path("code").asString())
                .containsExactly("REQUIREMENTS_CONFIRMED", "SUBMITTED", "CCM_ASSIGNED", "ACKNOWLEDGED", "CCD_SET");
        for (var type : List.of(
                "order.submitted.v1", "order.ccm.assigned.v1", "order.acknowledged.v1", "order.state-changed.v1")) {
            events.await(type, number);
        }
    }

    @Test
    void the_timeline_tells_everything_in_order_with_who_and_when() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/notes", Map.of("text", "Please call first."))
                .expectStatus()
                .isOk();
        var timeline = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/timeline?limit=100")
                .expectStatus()
                .isOk());
        assertThat(timeline.path("items").findValuesAsString("text"))
                .startsWith("The order was drafted.")
                .contains("From Draft to Submitted.", "Acknowledgement letter 1 issued.", "Please call first.");
        assertThat(timeline.at("/items/0/actor").asString()).isEqualTo("Test user-of-" + tenant.enterprise());
        assertThat(timeline.path("items").findValuesAsString("source")).contains("CUSTOMER", "SYSTEM");
        var milestones = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/milestones"));
        assertThat(milestones.path("items").size()).isEqualTo(16);
        events.await("order.note.added.v1", number);
    }

    @Test
    void submitting_twice_with_one_key_submits_once() {
        var tenant = platform.tenant();
        var body = platform.order(tenant, "2026-06-20", platform.site(tenant, "Chicago"));
        var number = text(api.post(tenant.buyer(), "/api/v1/orders", body), "orderNumber");
        var submit = "/api/v1/orders/" + number + "/submit";
        api.post(tenant.buyer(), submit, Map.of()).expectStatus().isBadRequest();
        api.post(tenant.buyer(), submit, Map.of(), "k")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("requirements-not-confirmed");
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/requirements-confirmation")
                .expectStatus()
                .isOk();
        api.post(tenant.buyer(), submit, Map.of(), "k").expectStatus().isOk();
        api.post(tenant.buyer(), submit, Map.of(), "k")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Idempotent-Replayed", "true");
        api.post(tenant.buyer(), submit, Map.of(), "k2")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order-not-in-this-state")
                .jsonPath("$.state")
                .isEqualTo("acknowledged");
    }

    @Test
    void an_order_waits_for_a_care_manager_and_is_then_acknowledged() {
        db.sql("update care_manager set active = false").update();
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        assertThat(text(api.get(tenant.buyer(), "/api/v1/orders/" + number), "state"))
                .isEqualTo("submitted");
        dueWork.runAll();
        assertThat(text(api.get(tenant.buyer(), "/api/v1/orders/" + number), "state"))
                .isEqualTo("submitted");
        db.sql("update care_manager set active = true where user_id = 'ccm-of-all'")
                .update();
        dueWork.runAll();
        assertThat(text(api.get(tenant.buyer(), "/api/v1/orders/" + number), "state"))
                .isEqualTo("acknowledged");
    }

    @Test
    void another_care_manager_is_named_in_a_new_letter_and_an_incomplete_one_in_none() {
        platform.staff("ccm-new", "\"+1 555 0199\"", "ACTIVE", "\"CCM\"", 1);
        platform.staff("ccm-dumb", "null", "ACTIVE", "\"CCM\"", 1);
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var path = "/api/v1/orders/" + number + "/ccm";
        var staff = api.as(OrderPlatform.CCM.on(tenant.enterprise()));
        var first = text(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/acknowledgement"), "documentId");
        staff.put()
                .uri(path)
                .body(Map.of("userId", "ccm-dumb"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.missing[0]")
                .isEqualTo("phone");
        staff.put()
                .uri(path)
                .body(Map.of("userId", "nobody"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("referenceNotFound");
        staff.put()
                .uri(path)
                .body(Map.of("userId", "ccm-of-all"))
                .exchange()
                .expectStatus()
                .isOk();
        staff.put()
                .uri(path)
                .body(Map.of("userId", "ccm-new"))
                .exchange()
                .expectStatus()
                .isOk();
        var second = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/acknowledgement"));
        assertThat(second.path("documentId").asString()).isNotEqualTo(first);
        assertThat(second.at("/customerCareManager/phone").asString()).isEqualTo("+1 555 0199");
        db.sql("update care_manager set active = false where user_id <> 'ccm-of-all'")
                .update();
    }

    @Test
    void a_care_manager_sees_the_own_open_orders_of_all_enterprises() {
        var first = platform.submitted(platform.tenant());
        var second = platform.submitted(platform.tenant());
        var list = json(api.get(Tokens.provider("CCM").as("ccm-of-all"), "/api/v1/orders/work-list?limit=100"));
        assertThat(list.path("items").findValuesAsString("orderNumber")).contains(first, second);
        var mine = json(api.get(Tokens.provider("CCM").as("ccm-of-nobody"), "/api/v1/orders/work-list"));
        assertThat(mine.path("items").size()).isZero();
    }

    @Test
    void acceptance_can_be_rejected_with_a_reason_and_tried_again() {
        var tenant = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        accept(tenant, number, Map.of("decision", "REJECTED"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/reason");
        accept(tenant, number, Map.of("decision", "PERHAPS")).expectStatus().isEqualTo(422);
        accept(tenant, number, Map.of("decision", "REJECTED", "reason", "no light"))
                .expectStatus()
                .isOk();
        accept(tenant, number, Map.of("decision", "ACCEPTED")).expectStatus().isEqualTo(409);
        platform.milestone(tenant, number, "TEST_AND_TURN_UP_PASSED", Map.of())
                .expectStatus()
                .isOk();
        platform.milestone(tenant, number, "CONNECTION_NOTICE_SENT", Map.of())
                .expectStatus()
                .isOk();
        accept(tenant, number, Map.of("decision", "ACCEPTED")).expectStatus().isOk();
        accept(tenant, number, Map.of("decision", "ACCEPTED")).expectStatus().isEqualTo(409);
    }

    @Test
    void bad_drafts_are_refused_with_every_violation() {
        var tenant = platform.tenant();
        var site = platform.site(tenant, "Chicago");
        var body = Map.of(
                "accountId",
                tenant.accountA(),
                "requestedDate",
                Map.of("kind", "FIRM_DATE", "date", "2026-05-31"),
                "items",
                List.of(
                        Map.of("itemId", "a", "productCode", "CARRIER_PIGEON", "siteId", "SITE-0", "termMonths", 12),
                        Map.of("itemId", "a", "productCode", "DS1", "siteId", site, "termMonths", 12)));
        var problem = json(
                api.post(tenant.buyer(), "/api/v1/orders", body).expectStatus().isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/items/0/productCode", "/items/0/siteId", "/items/1/itemId", "/requestedDate/date");
        var empty = new HashMap<>(body);
        empty.put("items", List.of());
        assertThat(json(api.post(tenant.buyer(), "/api/v1/orders", empty)
                                .expectStatus()
                                .isEqualTo(422))
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/items", "/requestedDate/date");
        var other = platform.tenant();
        var foreign = platform.order(other, "2026-06-20", site);
        api.post(tenant.buyer(), "/api/v1/orders", foreign).expectStatus().isNotFound();
        api.post(
                        tenant.buyer().onlyAccounts(tenant.accountB()),
                        "/api/v1/orders",
                        platform.order(tenant, "2026-06-20", site))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("account-forbidden");
    }

    @Test
    void a_product_is_ordered_only_where_it_is_available() {
        var tenant = platform.tenant();
        var site = platform.site(tenant, "Chicago");
        var order = platform.order(tenant, "2026-06-20", site);
        api.as(Tokens.provider("SALES_ENGINEER").on(tenant.enterprise()))
                .put()
                .uri("/api/v1/sites/" + site + "/product-offerings/ETHERNET_1G")
                .body(Map.of("available", false, "reason", "No duct"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(json(api.post(tenant.buyer(), "/api/v1/orders", order)
                                .expectStatus()
                                .isEqualTo(422))
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/items/0/siteId");
    }

    @Test
    void nobody_sees_or_touches_an_order_out_of_reach() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        var path = "/api/v1/orders/" + number;
        for (var stranger : List.of(other.buyer(), tenant.buyer().onlyAccounts(tenant.accountB()))) {
            for (var sub : List.of("", "/timeline", "/milestones", "/acknowledgement")) {
                api.get(stranger, path + sub).expectStatus().isNotFound();
            }
            api.post(stranger, path + "/acceptance", Map.of("decision", "ACCEPTED"))
                    .expectStatus()
                    .isNotFound();
            api.post(stranger, path + "/notes", Map.of("text", "x"))
                    .expectStatus()
                    .isNotFound();
            api.post(stranger, path + "/submit", Map.of(), key()).expectStatus().isNotFound();
            assertThat(json(api.get(stranger, "/api/v1/orders")).path("items").size())
                    .isZero();
        }
        api.get(Tokens.customer(tenant.enterprise(), "BILLING_VIEW"), path)
                .expectStatus()
                .isForbidden();
        api.get(tenant.buyer().onlyAccounts(tenant.accountB()), "/api/v1/orders?accountId=" + tenant.accountA())
                .expectStatus()
                .isForbidden();
    }

    @Test
    void two_people_at_once_never_lose_an_update() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var order = api.get(tenant.buyer(), "/api/v1/orders/" + number).returnResult(String.class);
        var tag = String.valueOf(order.getResponseHeaders().getETag());
        patch(tenant, number, tag, "first").expectStatus().isOk();
        patch(tenant, number, tag, "second").expectStatus().isEqualTo(412);
        assertThat(text(api.get(tenant.buyer(), "/api/v1/orders/" + number), "externalId"))
                .isEqualTo("first");
    }

    private ResponseSpec patch(OrderPlatform.Tenant tenant, String number, String tag, String reference) {
        return api.as(tenant.buyer())
                .patch()
                .uri("/api/v1/orders/" + number)
                .header("If-Match", tag)
                .body(Map.of("externalId", reference))
                .exchange();
    }

    @Test
    void a_dry_run_shows_the_draft_and_keeps_nothing() {
        var tenant = platform.tenant();
        var body = platform.order(tenant, "2026-06-20", platform.site(tenant, "Chicago"));
        var tried = json(api.post(tenant.buyer(), "/api/v1/orders?dryRun=true", body)
                .expectStatus()
                .isOk());
        assertThat(tried.at("/items/0/nonRecurring/amount").asString()).isEqualTo("750.00");
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders")).path("items").size())
                .isZero();
    }

    @Test
    void redelivered_and_overtaken_account_events_change_nothing() {
        var tenant = platform.tenant();
        platform.account(tenant.accountA(), "ENT-OTHER", 0);
        events.send(
                "identity.account.v1",
                "identity.account.removed.v1",
                tenant.accountA(),
                tenant.enterprise(),
                1,
                """
                {"accountId":"%s","enterpriseId":"%s"}""".formatted(tenant.accountA(), tenant.enterprise()));
        events.send(
                "identity.account.v1",
                "identity.account.removed.v1",
                tenant.accountB(),
                tenant.enterprise(),
                2,
                """
                {"accountId":"%s","enterpriseId":"%s"}""".formatted(tenant.accountB(), tenant.enterprise()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> api.get(tenant.buyer(), "/api/v1/services?accountId=" + tenant.accountB())
                                .returnResult(String.class)
                                .getStatus()
                                .value()
                        == 404);
        api.get(tenant.buyer(), "/api/v1/services?accountId=" + tenant.accountA())
                .expectStatus()
                .isOk();
    }
}
