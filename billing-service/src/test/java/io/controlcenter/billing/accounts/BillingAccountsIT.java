package io.controlcenter.billing.accounts;

import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Billing accounts over HTTP. */
@BillingServiceTest
class BillingAccountsIT {

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Test
    void a_new_account_is_paperless_in_dollars_and_bills_in_advance_from_the_first() {
        var tenant = platform.tenant();
        var number = platform.account(tenant);
        assertThat(number).matches("A-\\d{7}");
        var account = json(api.get(tenant.viewer(), "/api/v1/billing-accounts/" + number)
                .expectStatus()
                .isOk());
        assertThat(account.path("delivery").asString()).isEqualTo("PAPERLESS");
        assertThat(account.path("currency").asString()).isEqualTo("USD");
        assertThat(account.path("timeZone").asString()).isEqualTo("America/Chicago");
        assertThat(account.path("billCycleDay").asInt()).isEqualTo(1);
        assertThat(account.path("billingMode").asString()).isEqualTo("ADVANCE");
        assertThat(account.path("paymentTermsDays").asInt()).isEqualTo(30);
        var created = events.await("billing.account.created.v1", number);
        assertThat(created.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(created.data().path("segment").asString()).isEqualTo("ENTERPRISE");
        assertThat(created.data().at("/billingContact/email").asString()).isEqualTo("bills@acme.example");
    }

    @Test
    void paper_is_for_those_who_ask_and_can_be_left() {
        var tenant = platform.tenant();
        var number = platform.account(tenant, Map.of("delivery", "PAPER"));
        var path = "/api/v1/billing-accounts/" + number + "/delivery";
        var admin = Tokens.customer(tenant.enterprise(), "ENTERPRISE_ADMIN");
        api.as(tenant.viewer())
                .put()
                .uri(path)
                .body(Map.of("delivery", "PAPERLESS"))
                .exchange()
                .expectStatus()
                .isForbidden();
        api.as(admin)
                .put()
                .uri(path)
                .header("If-Match", "\"7\"")
                .body(Map.of("delivery", "PAPERLESS"))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        var changed = api.as(admin)
                .put()
                .uri(path)
                .header("If-Match", "\"1\"")
                .body(Map.of("delivery", "PAPERLESS"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        assertThat(text(changed, "delivery")).isEqualTo("PAPERLESS");
        var event = events.await("billing.account.delivery-changed.v1", number);
        assertThat(event.data().path("delivery").asString()).isEqualTo("PAPERLESS");
        assertThat(event.version()).isEqualTo(2);
    }

    @Test
    void an_unknown_enterprise_or_customer_number_is_named() {
        var tenant = platform.tenant();
        platform.account(tenant);
        var body = platform.newAccount(tenant);
        body.put("customerNumber", "C-0");
        var wrong = json(api.post(OPERATIONS, "/api/v1/billing-accounts", body)
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.at("/errors/0/pointer").asString()).isEqualTo("/customerNumber");
        assertThat(wrong.path("code").asString()).isEqualTo("referenceNotFound");
        body.put("enterpriseId", "ENT-0");
        wrong = json(api.post(OPERATIONS, "/api/v1/billing-accounts", body)
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.at("/errors/0/pointer").asString()).isEqualTo("/enterpriseId");
    }

    @Test
    void everything_wrong_with_an_account_comes_back_at_once() {
        var tenant = platform.tenant();
        var body = platform.newAccount(tenant);
        body.putAll(Map.of("billCycleDay", 32, "billingMode", "SOMETIMES", "colour", "red"));
        body.remove("billingContact");
        var wrong = json(api.post(OPERATIONS, "/api/v1/billing-accounts", body)
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .contains("/billCycleDay", "/billingMode", "/colour", "/billingContact");
        var odd = platform.newAccount(tenant);
        odd.putAll(Map.of("timeZone", "Mars/Olympus", "currency", "ABC"));
        wrong = json(api.post(OPERATIONS.on("ENT-OTHER"), "/api/v1/billing-accounts", odd)
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactly("/currency", "/timeZone", "/enterpriseId");
    }

    @Test
    void a_list_has_what_the_caller_may_see_and_an_older_telling_changes_nothing() {
        var tenant = platform.tenant();
        var first = platform.account(tenant);
        var second = platform.account(tenant);
        platform.enterprise(tenant, 0);
        var some = tenant.viewer().onlyAccounts(first);
        assertThat(BillingPlatform.items(api.get(tenant.viewer(), "/api/v1/billing-accounts")))
                .hasSize(2);
        assertThat(BillingPlatform.items(api.get(some, "/api/v1/billing-accounts")))
                .hasSize(1);
        api.get(some, "/api/v1/billing-accounts/" + second).expectStatus().isNotFound();
        api.get(some, "/api/v1/billing-accounts?accountId=" + second)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void the_same_key_opens_one_account() {
        var tenant = platform.tenant();
        platform.account(tenant);
        var body = platform.newAccount(tenant);
        var one = text(
                api.post(OPERATIONS, "/api/v1/billing-accounts", body, "open-" + tenant.enterprise()), "accountId");
        var two = text(
                api.post(OPERATIONS, "/api/v1/billing-accounts", body, "open-" + tenant.enterprise()), "accountId");
        assertThat(two).isEqualTo(one);
    }
}
