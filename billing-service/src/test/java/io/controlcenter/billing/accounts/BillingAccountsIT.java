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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** All but the last are ISO 4217: gold, no currency, for tests, withdrawn, and two funds that nobody pays with. */
    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX", "XTS", "DEM", "CHE", "USN", "usd"})
    void only_what_is_paid_with_is_a_currency(String code) {
        var tenant = platform.tenant();
        var body = platform.newAccount(tenant);
        body.put("currency", code);
        var wrong = json(api.post(OPERATIONS, "/api/v1/billing-accounts", body)
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.at("/errors/0/pointer").asString()).isEqualTo("/currency");
    }

    @Test
    void up_to_five_people_get_invoices_as_pdf() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var path = "/api/v1/billing-accounts/" + account + "/pdf-delivery";
        var admin = Tokens.customer(tenant.enterprise(), "ENTERPRISE_ADMIN");
        var set = platform.put(admin, path, Map.of("recipients", List.of("a@acme.example", "b@acme.example")))
                .expectStatus()
                .isOk();
        assertThat(json(set).at("/pdfDelivery/recipients")).hasSize(2);
        platform.put(
                        admin,
                        path,
                        Map.of("recipients", List.of("1@a.eu", "2@a.eu", "3@a.eu", "4@a.eu", "5@a.eu", "6@a.eu")))
                .expectStatus()
                .isEqualTo(422);
        platform.put(admin, path, Map.of("recipients", List.of("nobody")))
                .expectStatus()
                .isEqualTo(422);
        platform.put(tenant.viewer(), path, Map.of("recipients", List.of()))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_proration_policy_holds_from_a_day_that_is_not_billed_yet() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var path = "/api/v1/billing-accounts/" + account + "/proration-policies";
        var wanted = Map.of(
                "effectiveFrom", "2026-07-01", "dayCount", "STRICT_30", "startDayBilled", true, "stopDayBilled", false);
        var all = json(api.post(OPERATIONS.on(tenant.enterprise()), path, wanted)
                .expectStatus()
                .isCreated());
        assertThat(all.path("items"))
                .extracting(policy -> policy.path("policyId").asString())
                .containsExactly("ACTUAL_ACTUAL/START_BILLED/STOP_FREE", "STRICT_30/START_BILLED/STOP_FREE");
        api.get(tenant.viewer(), path).expectStatus().isOk();
        api.post(tenant.viewer(), path, wanted).expectStatus().isForbidden();
        api.get(platform.tenant().viewer(), path).expectStatus().isNotFound();
    }

    @Test
    void what_people_choose_in_their_settings_is_taken_over_and_the_latest_stands() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        prefer(tenant, account, "PAPER", 4);
        awaitDelivery(tenant, account, "PAPER");
        prefer(tenant, account, "PAPERLESS", 3);
        events.send(
                "notification.delivery-preference.v1",
                "notification.delivery-preference.changed.v1",
                account,
                tenant.enterprise(),
                5,
                "{\"accountId\":null}");
        var other = platform.account(tenant);
        prefer(tenant, other, "PAPER", 1);
        awaitDelivery(tenant, other, "PAPER");
        awaitDelivery(tenant, account, "PAPER");
    }

    private void prefer(BillingPlatform.Tenant tenant, String account, String delivery, long version) {
        events.send(
                "notification.delivery-preference.v1",
                "notification.delivery-preference.changed.v1",
                account,
                tenant.enterprise(),
                version,
                """
                {"accountId":"%s","enterpriseId":"%s","state":"eligible","delivery":"%s","effectiveOn":"2026-06-15"}""".formatted(account, tenant.enterprise(), delivery));
    }

    private void awaitDelivery(BillingPlatform.Tenant tenant, String account, String delivery) {
        Awaitility.await(account)
                .atMost(Duration.ofSeconds(60))
                .until(() -> text(api.get(tenant.viewer(), "/api/v1/billing-accounts/" + account), "delivery")
                        .equals(delivery));
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
