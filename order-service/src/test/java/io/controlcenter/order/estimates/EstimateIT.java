package io.controlcenter.order.estimates;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Price and date before anybody presses the button. The clock stands on Monday, 1 June 2026. */
@OrderServiceTest
class EstimateIT {

    @Autowired
    private OrderPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private ResponseSpec estimate(OrderPlatform.Tenant tenant, Map<String, ?> question) {
        return api.post(tenant.buyer(), "/api/v1/order-estimates", question);
    }

    private static Map<String, Object> item(String product, String site) {
        return Map.of("productCode", product, "siteId", site);
    }

    @Test
    void a_ds1_wanted_two_business_days_early_costs_600() {
        var tenant = platform.tenant();
        var site = platform.site(tenant, "Chicago");
        var answer = json(estimate(tenant, Map.of("items", List.of(item("DS1", site)), "requestedDate", "2026-06-05"))
                .expectStatus()
                .isOk());
        assertThat(answer.at("/earliestStandardDate").asString()).isEqualTo("2026-06-09");
        assertThat(answer.at("/items/0/daysOfImprovement").asInt()).isEqualTo(2);
        assertThat(answer.at("/expediteFee/amount").asString()).isEqualTo("600.00");
    }

    @Test
    void every_earlier_day_is_priced_and_holidays_do_not_count() {
        var tenant = platform.tenant();
        var answer = json(estimate(
                        tenant,
                        Map.of(
                                "items",
                                List.of(item("DS3", platform.site(tenant, "Chicago")), Map.of("productCode", "DS1"))))
                .expectStatus()
                .isOk());
        assertThat(answer.at("/earliestStandardDate").asString()).isEqualTo("2026-06-23");
        var days = answer.at("/items/0/earlierDates");
        assertThat(days.size()).isEqualTo(14);
        assertThat(days.findValuesAsString("date")).doesNotContain("2026-06-19", "2026-06-20");
        assertThat(days.at("/0/expediteFee/amount").asString()).isEqualTo("4200.00");
        assertThat(days.at("/13/expediteFee/amount").asString()).isEqualTo("300.00");
        assertThat(answer.at("/items/1/interval").asInt()).isEqualTo(6);
        assertThat(answer.at("/expediteFee").isMissingNode()).isTrue();
    }

    @Test
    void an_individual_case_is_priced_by_a_quote() {
        var tenant = platform.tenant();
        var ethernet = List.of(item("ETHERNET_1G", platform.site(tenant, "Chicago")));
        var refused = json(estimate(tenant, Map.of("items", ethernet, "requestedDate", "2026-06-05"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(refused.path("code").asString()).isEqualTo("expedite-requires-quote");
        var open =
                json(estimate(tenant, Map.of("items", ethernet)).expectStatus().isOk());
        assertThat(open.at("/items/0/unit").asString()).isEqualTo("ICB");
        assertThat(open.at("/earliestStandardDate").isMissingNode()).isTrue();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var tenant = platform.tenant();
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
        var answer = json(estimate(
                        tenant,
                        Map.of(
                                "items",
                                List.of(item("DS3", hawaii), item("PIGEON", hawaii), item("DS1", "SITE-1")),
                                "requestedDate",
                                "2026-05-29"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(answer.path("errors").findValuesAsString("pointer"))
                .containsExactly("/items/0/siteId", "/items/1/productCode", "/items/2/siteId", "/requestedDate");
        estimate(tenant, Map.of()).expectStatus().isEqualTo(422);
        estimate(tenant, Map.of("items", List.of())).expectStatus().isEqualTo(422);
        estimate(tenant, Map.of("orderNumber", "O-1")).expectStatus().isNotFound();
    }

    @Test
    void an_order_under_way_knows_what_a_change_costs_now_and_later() {
        platform.careManager();
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        platform.milestone(tenant, number, "CCD_SET", Map.of("date", "2026-07-31"))
                .expectStatus()
                .isOk();
        var first = underWay(tenant, number);
        assertThat(first.path("stage").asString()).isEqualTo("PRE_ENGINEERING");
        assertThat(first.path("nextStage").asString()).isEqualTo("POST_ENGINEERING");
        assertThat(first.path("nextStageOn").asString()).isEqualTo("2026-06-09");
        assertThat(charge(first, "DATE", "now")).isEqualTo("50.00");
        assertThat(charge(first, "DATE", "afterNextStage")).isEqualTo("200.00");
        assertThat(charge(first, "ADMINISTRATIVE", "now")).isEqualTo("0.00");
        assertThat(first.at("/cancellation/now/amount").asString()).isEqualTo("100.00");
        assertThat(first.at("/cancellation/afterNextStage/amount").asString())
                .as("200 and half of twice 750")
                .isEqualTo("950.00");
        assertThat(first.path("pointOfNoReturn").asString()).isEqualTo("2026-07-29");
        assertThat(first.path("delayNoticeUntil").asString()).isEqualTo("2026-07-24");
        assertThat(first.path("daysToPointOfNoReturn").asInt()).isEqualTo(40);
        assertThat(first.path("pointOfNoReturnReached").asBoolean()).isFalse();
        clock.set(Instant.parse("2026-07-29T15:00:00Z"));
        var last = underWay(tenant, number);
        assertThat(last.path("stage").asString()).isEqualTo("PRE_START");
        assertThat(last.path("nextStage").isMissingNode()).isTrue();
        assertThat(last.path("pointOfNoReturnReached").asBoolean()).isTrue();
        estimate(platform.tenant(), Map.of("orderNumber", number))
                .expectStatus()
                .isNotFound();
    }

    private JsonNode underWay(OrderPlatform.Tenant tenant, String number) {
        return json(estimate(tenant, Map.of("orderNumber", number))
                        .expectStatus()
                        .isOk())
                .path("order");
    }

    private static String charge(JsonNode order, String kind, String when) {
        return order.path("modifications")
                .valueStream()
                .filter(one -> one.path("changeKind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .at("/charge/" + when + "/amount")
                .asString();
    }
}
