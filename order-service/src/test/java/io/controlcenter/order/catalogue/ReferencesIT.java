package io.controlcenter.order.catalogue;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.test.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an order refers to: product offerings, sites, installed services. */
@OrderServiceTest
class ReferencesIT {

    @Autowired
    private OrderPlatform platform;

    @Autowired
    private Api api;

    @Test
    void the_catalogue_can_be_read_and_filtered() {
        var buyer = platform.tenant().buyer();
        var ethernet = json(api.get(buyer, "/api/v1/product-offerings?family=ETHERNET")
                .expectStatus()
                .isOk());
        assertThat(ethernet.path("items").findValuesAsString("code")).containsExactly("ETHERNET_100M", "ETHERNET_1G");
        var one = json(
                api.get(buyer, "/api/v1/product-offerings/DS3").expectStatus().isOk());
        assertThat(one.at("/monthlyRecurring/amount").asString()).isEqualTo("1400.00");
        api.get(buyer, "/api/v1/product-offerings/PIGEON").expectStatus().isNotFound();
    }

    @Test
    void a_site_is_its_enterprises_own() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var site = platform.site(tenant, "Chicago");
        assertThat(json(api.get(tenant.buyer(), "/api/v1/sites/" + site))
                        .path("city")
                        .asString())
                .isEqualTo("Chicago");
        assertThat(json(api.get(tenant.buyer(), "/api/v1/sites?city=Chicago"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        api.get(other.buyer(), "/api/v1/sites/" + site).expectStatus().isNotFound();
        assertThat(json(api.get(other.buyer(), "/api/v1/sites")).path("items").size())
                .isZero();
        api.post(tenant.buyer(), "/api/v1/sites", Map.of("name", "x", "country", "usa"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(5);
    }

    @Test
    void an_installed_service_is_seen_by_its_account_alone() {
        platform.careManager();
        var tenant = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        var service = json(api.get(tenant.buyer(), "/api/v1/services"))
                .at("/items/0/serviceId")
                .asString();
        api.get(tenant.buyer(), "/api/v1/services/" + service).expectStatus().isOk();
        api.get(tenant.buyer().onlyAccounts(tenant.accountB()), "/api/v1/services/" + service)
                .expectStatus()
                .isNotFound();
        api.get(platform.tenant().buyer(), "/api/v1/services/" + service)
                .expectStatus()
                .isNotFound();
    }
}
