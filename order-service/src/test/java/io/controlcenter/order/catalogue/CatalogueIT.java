package io.controlcenter.order.catalogue;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.order.sites.Site;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The catalogue as operations keep it, with its dates, prices and regions. */
@OrderServiceTest
class CatalogueIT {

    private static final Tokens.Draft OPERATIONS = Tokens.provider("OPERATIONS");

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

    private ResponseSpec put(Tokens.Draft user, String path, Object body) {
        return api.as(user)
                .put()
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static Map<String, Object> product(String monthly, String priceFrom) {
        return new HashMap<>(Map.of(
                "name", "Dark Fibre Pair",
                "description", "A pair of dark fibres",
                "family", "FIBRE",
                "bandwidth", "unlimited",
                "circuitPrefix", "DF",
                "price",
                        Map.of(
                                "monthlyRecurring",
                                monthly,
                                "nonRecurring",
                                "1000.00",
                                "currency",
                                "USD",
                                "effectiveFrom",
                                priceFrom),
                "effectiveFrom", "2026-07-01",
                "effectiveUntil", "2026-12-31",
                "acceptanceWindowDays", 10));
    }

    private JsonNode read(String path) {
        return json(api.get(OPERATIONS, "/api/v1" + path).expectStatus().isOk());
    }

    @Test
    void a_product_has_days_on_which_it_is_offered_and_prices_with_dates() {
        put(platform.tenant().buyer(), "/product-offerings/DARK_FIBRE", product("2000.00", "2026-06-01"))
                .expectStatus()
                .isForbidden();
        put(OPERATIONS, "/product-offerings/DARK_FIBRE", product("2000.00", "2026-06-01"))
                .expectStatus()
                .isOk();
        put(OPERATIONS, "/product-offerings/DARK_FIBRE", product("2500.00", "2026-09-01"))
                .expectStatus()
                .isOk();
        assertThat(read("/product-offerings?family=FIBRE").path("items").size()).isZero();
        var product = read("/product-offerings/DARK_FIBRE");
        assertThat(product.at("/monthlyRecurring/amount").asString()).isEqualTo("2000.00");
        assertThat(product.path("acceptanceWindowDays").asInt()).isEqualTo(10);
        clock.set(Instant.parse("2026-07-01T15:00:00Z"));
        assertThat(read("/product-offerings?family=FIBRE").path("items").size()).isEqualTo(1);
        clock.set(Instant.parse("2026-09-01T15:00:00Z"));
        assertThat(read("/product-offerings/DARK_FIBRE")
                        .at("/monthlyRecurring/amount")
                        .asString())
                .isEqualTo("2500.00");
        clock.set(Instant.parse("2027-01-01T15:00:00Z"));
        assertThat(read("/product-offerings?family=FIBRE").path("items").size()).isZero();
    }

    @Test
    void a_wrong_product_is_refused_with_everything_that_is_wrong() {
        var wrong = product("2000.00", "2026-05-01");
        wrong.put("effectiveUntil", "2026-06-01");
        var answer = json(put(OPERATIONS, "/product-offerings/WRONG", wrong)
                .expectStatus()
                .isEqualTo(422));
        assertThat(answer.path("errors").findValuesAsString("pointer"))
                .containsExactly("/effectiveUntil", "/price/effectiveFrom");
        put(OPERATIONS, "/product-offerings/wrong", product("1.00", "2026-06-01"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void availability_goes_by_site_before_state_before_country() {
        var tenant = platform.tenant();
        var buyer = tenant.buyer();
        put(OPERATIONS, "/product-offerings/DARK_ROOM", product("1.00", "2026-06-01"))
                .expectStatus()
                .isOk();
        clock.set(Instant.parse("2026-07-01T15:00:00Z"));
        var site = platform.site(tenant, "Chicago");
        assertThat(available(tenant, site)).as("nothing is said").isFalse();
        regions(Map.of("region", "US", "available", true));
        assertThat(available(tenant, site)).isTrue();
        regions(Map.of("region", "US", "available", true), Map.of("region", "US-IL", "available", false));
        assertThat(available(tenant, site)).isFalse();
        var path = "/sites/" + site + "/product-offerings/DARK_ROOM";
        put(buyer, path, Map.of("available", true)).expectStatus().isForbidden();
        var engineer = Tokens.provider("SALES_ENGINEER");
        put(engineer.on(platform.tenant().enterprise()), path, Map.of("available", true))
                .expectStatus()
                .isNotFound();
        put(engineer.on(tenant.enterprise()), path, Map.of("available", true, "reason", "Lit last week"))
                .expectStatus()
                .isOk();
        assertThat(available(tenant, site)).isTrue();
        assertThat(read("/product-offerings/DARK_ROOM/availability")
                        .path("items")
                        .size())
                .isEqualTo(2);
        put(OPERATIONS, "/product-offerings/PIGEON/availability", Map.of("regions", List.of()))
                .expectStatus()
                .isNotFound();
        regionsAnswer(Map.of("region", "US", "available", true), Map.of("region", "US", "available", false))
                .expectStatus()
                .isEqualTo(422);
    }

    private ResponseSpec regionsAnswer(Map<?, ?>... regions) {
        return put(OPERATIONS, "/product-offerings/DARK_ROOM/availability", Map.of("regions", List.of(regions)));
    }

    private void regions(Map<?, ?>... regions) {
        regionsAnswer(regions).expectStatus().isOk();
    }

    private boolean available(OrderPlatform.Tenant tenant, String site) {
        return json(api.get(tenant.buyer(), "/api/v1/sites/" + site + "/product-offerings"))
                .path("items")
                .valueStream()
                .filter(product -> product.path("productCode").asString().equals("DARK_ROOM"))
                .findFirst()
                .orElseThrow()
                .path("available")
                .asBoolean();
    }

    @Test
    void a_coverage_knows_only_what_was_said() {
        var site = new Site("SITE-1", "x", "1 Main", "Chicago", "IL", "60601", "US");
        assertThat(new Availability.Coverage(Map.of("DS1@US", true)).has("DS1", site))
                .isTrue();
        assertThat(new Availability.Coverage(Map.of("DS1@US", true, "DS1@US-IL", false)).has("DS1", site))
                .isFalse();
        assertThat(new Availability.Coverage(Map.of("DS1@US-IL", false, "DS1@SITE-1", true)).has("DS1", site))
                .isTrue();
        assertThat(new Availability.Coverage(Map.of("DS3@US", true)).has("DS1", site))
                .isFalse();
    }
}
