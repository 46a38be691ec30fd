package io.controlcenter.billing.accounts;

import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingPlatform.Tenant;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Changing what holds for an account, over HTTP, and what comes of it on its bills. */
@BillingServiceTest
class AccountTermsIT {

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private MoneyPlatform money;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private RestTestClient.ResponseSpec patch(Tokens.Draft who, String account, String body) {
        return api.as(who)
                .patch()
                .uri("/api/v1/billing-accounts/" + account)
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .body(body)
                .exchange();
    }

    private static Tokens.Draft operations(Tenant tenant) {
        return OPERATIONS.on(tenant.enterprise());
    }

    private List<String> bills(Tenant tenant, String account) {
        return platform.invoices(tenant, account).stream()
                .flatMap(invoice -> platform.lines(tenant, invoice).stream()
                        .filter(line -> !line.path("type").asString().equals("LATE"))
                        .map(line -> "%s: %s %s..%s %s"
                                .formatted(
                                        invoice.path("billDate").asString(),
                                        line.path("type").asString(),
                                        line.at("/coverage/start").asString(),
                                        line.at("/coverage/end").asString(),
                                        line.at("/netAmount/amount").asString())))
                .toList();
    }

    @Test
    void another_cycle_day_holds_from_the_next_cycle_and_no_day_is_billed_twice_or_never() {
        var debtor = money.debtor();
        var staff = operations(debtor.tenant());
        patch(staff, debtor.account(), "{\"billCycleDay\":20}").expectStatus().isOk();
        var preview = json(api.post(staff, "/api/v1/invoices/preview", Map.of("accountId", debtor.account()))
                .expectStatus()
                .isOk());
        assertThat(preview.path("billDate").asString()).isEqualTo("2026-07-20");
        money.moveTo(Instant.parse("2026-08-20T17:00:00Z"));
        assertThat(bills(debtor.tenant(), debtor.account()).stream().skip(3))
                .containsExactly(
                        "2026-07-20: PARTIAL 2026-08-01..2026-08-20 612.90",
                        "2026-08-20: RECURRING 2026-08-20..2026-09-20 1000.00");
    }

    @Test
    void a_run_for_a_day_that_has_passed_bills_nobody_whose_cycles_begin_on_such_days_since() {
        var debtor = money.debtor();
        var then = Instant.parse("2026-07-16T17:00:00Z");
        money.moveTo(then);
        patch(operations(debtor.tenant()), debtor.account(), "{\"billCycleDay\":15}")
                .expectStatus()
                .isOk();
        platform.run("2026-07-15").expectStatus().isCreated();
        money.moveTo(then);
        assertThat(bills(debtor.tenant(), debtor.account())).hasSize(3);
    }

    @Test
    void what_was_billed_by_the_old_day_is_given_back_as_it_was_billed() {
        var debtor = money.debtor();
        patch(operations(debtor.tenant()), debtor.account(), "{\"billCycleDay\":20}")
                .expectStatus()
                .isOk();
        var service = json(api.get(operations(debtor.tenant()), "/api/v1/rated-services?accountId=" + debtor.account()))
                .at("/items/0");
        platform.put(
                        operations(debtor.tenant()),
                        service.path("href").asString() + "/dates",
                        Map.of("startDate", "2026-06-22", "stopDate", "2026-07-11", "reason", "told wrong"))
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-07-20T17:00:00Z"));
        assertThat(bills(debtor.tenant(), debtor.account()).getLast())
                .isEqualTo("2026-07-20: CREDIT 2026-07-11..2026-08-01 -677.42");
    }

    @Test
    void an_account_goes_over_to_arrears_and_back_without_a_day_too_many() {
        var debtor = money.debtor();
        var staff = operations(debtor.tenant());
        patch(staff, debtor.account(), "{\"billingMode\":\"ARREARS\",\"billCycleDay\":15}")
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-08-15T17:00:00Z"));
        patch(staff, debtor.account(), "{\"billingMode\":\"ADVANCE\"}")
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-09-15T17:00:00Z"));
        assertThat(bills(debtor.tenant(), debtor.account()).stream().skip(3))
                .containsExactly(
                        "2026-08-15: PARTIAL 2026-08-01..2026-08-15 451.61",
                        "2026-09-15: RECURRING 2026-08-15..2026-09-15 1000.00",
                        "2026-09-15: RECURRING 2026-09-15..2026-10-15 1000.00");
    }

    @Test
    void what_is_billed_stays_billed_when_an_account_of_ended_services_goes_over_to_arrears() {
        var debtor = money.debtor();
        var staff = operations(debtor.tenant());
        var service = json(api.get(staff, "/api/v1/rated-services?accountId=" + debtor.account()))
                .at("/items/0");
        platform.put(
                        staff,
                        service.path("href").asString() + "/dates",
                        Map.of("startDate", "2026-06-22", "stopDate", "2026-09-01", "reason", "told wrong"))
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-08-01T17:00:00Z"));
        patch(staff, debtor.account(), "{\"billingMode\":\"ARREARS\",\"billCycleDay\":15}")
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-08-15T17:00:00Z"));
        assertThat(platform.number(debtor.tenant(), """
                        select count(*) from account_cycle where account_id = '%s' and billed_until = '2026-09-01'
                          and last_cycle_date = '2026-08-15'""".formatted(debtor.account())))
                .isEqualTo(1);
    }

    @Test
    void terms_and_policy_hold_for_bills_and_cycles_to_come() {
        var debtor = money.debtor();
        var staff = operations(debtor.tenant());
        var path = "/api/v1/billing-accounts/" + debtor.account();
        api.post(
                        staff,
                        path + "/proration-policies",
                        Map.of(
                                "effectiveFrom",
                                "2027-01-01",
                                "dayCount",
                                "ACTUAL_30",
                                "startDayBilled",
                                true,
                                "stopDayBilled",
                                true))
                .expectStatus()
                .isCreated();
        assertThat(json(api.get(staff, path)).path("prorationPolicyId").asString())
                .isEqualTo("ACTUAL_30/START_BILLED/STOP_BILLED");
        patch(
                        staff,
                        debtor.account(),
                        "{\"paymentTermsDays\":45,\"prorationPolicyId\":\"STRICT_30/START_BILLED/STOP_FREE\"}")
                .expectStatus()
                .isOk();
        assertThat(json(api.get(staff, path + "/proration-policies")).path("items"))
                .extracting(policy -> policy.path("effectiveFrom").asString() + " "
                        + policy.path("policyId").asString())
                .containsExactly(
                        "0001-01-01 ACTUAL_ACTUAL/START_BILLED/STOP_FREE",
                        "2026-08-01 STRICT_30/START_BILLED/STOP_FREE");
        money.moveTo(Instant.parse("2026-08-01T17:00:00Z"));
        assertThat(platform.invoices(debtor.tenant(), debtor.account()))
                .extracting(invoice -> invoice.path("dueDate").asString())
                .containsExactly("2026-07-31", "2026-09-15");
    }

    @Test
    void customers_say_whom_bills_go_to_and_staff_say_the_terms() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var admin = Tokens.customer(tenant.enterprise(), "ENTERPRISE_ADMIN");
        var changed =
                patch(admin, account, """
                {"delivery":"INVOICE_SUMMARY","billingContact":{"name":"Ada","email":"ada@acme.example"},
                 "pdfDelivery":{"recipients":["a@acme.example"],"secured":false}}""").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        var view = json(changed);
        assertThat(view.path("delivery").asString()).isEqualTo("INVOICE_SUMMARY");
        assertThat(view.at("/pdfDelivery/recipients/0").asString()).isEqualTo("a@acme.example");
        assertThat(view.path("billCycleDay").asInt()).isEqualTo(1);
        var event = events.await("billing.account.updated.v1", account);
        assertThat(event.data().at("/billingContact/email").asString()).isEqualTo("ada@acme.example");
        assertThat(event.version()).isEqualTo(2);
        assertThat(events.await("billing.account.delivery-changed.v1", account)
                        .data()
                        .path("delivery")
                        .asString())
                .isEqualTo("INVOICE_SUMMARY");
        assertThat(json(patch(admin, account, "{\"pdfDelivery\":null}")).at("/pdfDelivery/recipients"))
                .isEmpty();
        patch(tenant.viewer(), account, "{\"delivery\":\"PAPER\"}")
                .expectStatus()
                .isForbidden();
        patch(platform.tenant().viewer(), account, "{}").expectStatus().isForbidden();
        patch(Tokens.customer(platform.tenant().enterprise(), "ENTERPRISE_ADMIN"), account, "{}")
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"billCycleDay\":2}",
                "{\"billingMode\":\"ARREARS\"}",
                "{\"paymentTermsDays\":60}",
                "{\"segment\":\"NATIONAL_WHOLESALE\"}",
                "{\"prorationPolicyId\":\"ACTUAL_30/START_BILLED/STOP_FREE\"}"
            })
    void terms_are_not_the_customers_to_change(String body) {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var refused = json(patch(Tokens.customer(tenant.enterprise(), "ENTERPRISE_ADMIN"), account, body)
                .expectStatus()
                .isForbidden());
        assertThat(refused.path("code").asString()).isEqualTo("terms-forbidden");
        patch(operations(tenant), account, body)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        patch(operations(tenant), account, body)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
    }

    @Test
    void everything_wrong_with_a_change_comes_back_at_once() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var wrong = json(patch(operations(tenant), account, """
                {"segment":"CONSUMER","billCycleDay":32,"billingMode":null,"paymentTermsDays":-1,"currency":"EUR",
                 "prorationPolicyId":"SOMEHOW","delivery":"PIGEON","billingContact":{"name":"","email":"nobody"},
                 "pdfDelivery":{"recipients":["nobody"]}}""").expectStatus().isEqualTo(422));
        assertThat(wrong.path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactlyInAnyOrder(
                        "/segment",
                        "/billCycleDay",
                        "/billingMode",
                        "/paymentTermsDays",
                        "/currency",
                        "/prorationPolicyId",
                        "/delivery",
                        "/billingContact/name",
                        "/billingContact/email",
                        "/pdfDelivery/recipients/0");
        api.as(operations(tenant))
                .patch()
                .uri("/api/v1/billing-accounts/" + account)
                .header("If-Match", "\"9\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"paymentTermsDays\":60}")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void a_cycle_that_has_begun_is_billed_first() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        clock.set(Instant.parse("2026-07-01T05:00:00Z"));
        assertThat(code(patch(operations(tenant), account, "{\"billCycleDay\":20}")))
                .isEqualTo("cycle-due");
        patch(operations(tenant), account, "{\"paymentTermsDays\":20}")
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "America/Chicago, 1, 2026-10-15T15:00:00Z, 2026-11-01T05:00:00Z",
        "America/Chicago, 2, 2026-10-15T15:00:00Z, 2026-11-02T06:00:00Z",
        "America/Chicago, 14, 2027-03-01T15:00:00Z, 2027-03-14T06:00:00Z",
        "America/Chicago, 15, 2027-03-01T15:00:00Z, 2027-03-15T05:00:00Z",
        "America/Havana, 14, 2027-03-01T15:00:00Z, 2027-03-14T05:00:00Z",
        "Asia/Kathmandu, 31, 2027-02-15T15:00:00Z, 2027-02-27T18:15:00Z"
    })
    void a_cycle_begins_with_its_day_where_the_account_is(String zone, int day, Instant opened, Instant begins) {
        clock.set(opened);
        var tenant = platform.tenant();
        var account = platform.account(tenant, Map.of("timeZone", zone, "billCycleDay", day));
        clock.set(begins.minusSeconds(1));
        patch(operations(tenant), account, "{\"billingMode\":\"ARREARS\"}")
                .expectStatus()
                .isOk();
        clock.set(begins);
        assertThat(code(patch(operations(tenant), account, "{\"billingMode\":\"ADVANCE\"}")))
                .isEqualTo("cycle-due");
    }

    private static String code(RestTestClient.ResponseSpec answer) {
        JsonNode refused = json(answer.expectStatus().isEqualTo(409));
        return refused.path("code").asString();
    }
}
