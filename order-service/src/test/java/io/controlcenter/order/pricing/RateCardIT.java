package io.controlcenter.order.pricing;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Rate cards and standard intervals: data of operations, read by everybody before they commit. */
@OrderServiceTest
class RateCardIT {

    private static final Tokens.Draft OPERATIONS = Tokens.provider("OPERATIONS");

    @Autowired
    private OrderPlatform platform;

    @Autowired
    private Api api;

    private static Map<String, Object> card(String from, String perDay) {
        return Map.of(
                "effectiveFrom",
                from,
                "currency",
                "USD",
                "expeditePerDay",
                perDay,
                "timing",
                Map.of(
                        "engineeringAfter", 5,
                        "expeditedEngineeringAfter", 2,
                        "preStartBefore", 5,
                        "pointOfNoReturnBefore", 2),
                "modifications",
                List.of(Map.of("changeKind", "DATE", "stage", "PRE_START", "amount", "400.00")),
                "cancellations",
                List.of(Map.of(
                        "stage", "PRE_START",
                        "flat", "200.00",
                        "percentOfNonRecurring", "100",
                        "monthsOfRecurring", 1)));
    }

    @Test
    void customers_read_the_card_of_a_day() {
        var buyer = platform.tenant().buyer();
        var today = json(api.get(buyer, "/api/v1/rate-card").expectStatus().isOk());
        assertThat(today.at("/expeditePerDay/amount").asString()).isEqualTo("300.00");
        assertThat(today.path("modifications").size()).isEqualTo(6);
        api.get(buyer, "/api/v1/rate-card?on=2019-12-31").expectStatus().isNotFound();
        api.get(buyer, "/api/v1/rate-card?on=soon").expectStatus().isBadRequest();
    }

    @Test
    void a_new_card_applies_from_its_day_on_and_never_changes() {
        var buyer = platform.tenant().buyer();
        api.post(buyer, "/api/v1/rate-card", card("2031-01-01", "350.00"))
                .expectStatus()
                .isForbidden();
        api.post(OPERATIONS, "/api/v1/rate-card", card("2031-01-01", "350.00"))
                .expectStatus()
                .isCreated();
        api.post(OPERATIONS, "/api/v1/rate-card", card("2031-01-01", "1.00"))
                .expectStatus()
                .isEqualTo(409);
        assertThat(json(api.get(buyer, "/api/v1/rate-card?on=2031-01-01"))
                        .at("/expeditePerDay/amount")
                        .asString())
                .isEqualTo("350.00");
        assertThat(json(api.get(buyer, "/api/v1/rate-card?on=2030-12-31"))
                        .at("/expeditePerDay/amount")
                        .asString())
                .isEqualTo("300.00");
    }

    @Test
    void a_wrong_card_is_refused_with_everything_that_is_wrong() {
        var tier = Map.of("changeKind", "ADMINISTRATIVE", "stage", "PRE_START", "amount", "5.00");
        var card = new java.util.HashMap<>(card("2020-05-01", "300.00"));
        card.put("modifications", List.of(tier, tier));
        var wrong = json(
                api.post(OPERATIONS, "/api/v1/rate-card", card).expectStatus().isEqualTo(422));
        assertThat(wrong.path("errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/effectiveFrom", "/modifications/0/amount", "/modifications/1", "/modifications/1/amount");
        api.post(OPERATIONS, "/api/v1/rate-card", card("2032-01-01", "-1"))
                .expectStatus()
                .isEqualTo(422);
    }

    private RestTestClient.ResponseSpec put(Tokens.Draft user, Map<String, ?> body) {
        return api.as(user)
                .put()
                .uri("/api/v1/standard-intervals")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void intervals_are_read_by_product_with_what_will_apply_later() {
        var buyer = platform.tenant().buyer();
        var body = Map.of(
                "productCode", "DS3",
                "region", "US-AK",
                "value", 30,
                "unit", "BUSINESS_DAYS",
                "effectiveFrom", "2031-01-01");
        put(buyer, body).expectStatus().isForbidden();
        put(OPERATIONS, body).expectStatus().isOk();
        var ds3 = json(api.get(buyer, "/api/v1/standard-intervals?product=DS3")
                .expectStatus()
                .isOk());
        assertThat(ds3.at("/items/0/value").asInt()).isEqualTo(15);
        assertThat(ds3.at("/items/0/region").isMissingNode()).isTrue();
        assertThat(ds3.at("/items/1/region").asString()).isEqualTo("US-AK");
        var all = json(api.get(buyer, "/api/v1/standard-intervals"));
        assertThat(all.path("items").findValuesAsString("unit")).contains("ICB", "BUSINESS_DAYS", "CALENDAR_DAYS");
        assertThat(json(api.get(buyer, "/api/v1/standard-intervals?product=PIGEON"))
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void a_wrong_interval_is_refused_with_everything_that_is_wrong() {
        var wrong = json(put(
                        OPERATIONS,
                        Map.of(
                                "productCode", "PIGEON",
                                "unit", "BUSINESS_DAYS",
                                "effectiveFrom", "2020-01-01"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.path("errors").findValuesAsString("pointer"))
                .containsExactly("/productCode", "/value", "/effectiveFrom");
        put(OPERATIONS, Map.of("productCode", "DS3", "value", 3, "unit", "ICB", "effectiveFrom", "2031-01-01"))
                .expectStatus()
                .isEqualTo(422);
    }
}
