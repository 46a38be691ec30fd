package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform.Tenant;
import io.controlcenter.platform.test.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Drafts over HTTP: what is wrong with them, who may touch them, and that each is submitted once. */
class OrderDraftIT extends OrderSteps {

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

    private ResponseSpec patch(Tenant tenant, String number, String tag, String reference) {
        return api.as(tenant.buyer())
                .patch()
                .uri("/api/v1/orders/" + number)
                .header("If-Match", tag)
                .body(Map.of("externalId", reference))
                .exchange();
    }
}
