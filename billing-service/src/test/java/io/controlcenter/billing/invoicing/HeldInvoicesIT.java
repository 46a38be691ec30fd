package io.controlcenter.billing.invoicing;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.accepted;
import static io.controlcenter.billing.BillingPlatform.items;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.orderNumber;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingPlatform.Tenant;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of an invoice that a safety check holds. */
@BillingServiceTest
class HeldInvoicesIT {

    private static final Map<String, String> WHY = Map.of("reason", "looked at it");

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        dueWork.runAll();
    }

    private String doubtful(Tenant tenant, String account) {
        var order = orderNumber();
        platform.accept(tenant, accepted(order, account, "2026-06-01", "2000000.00", "0.00"));
        platform.awaitService(tenant, order);
        at("2026-07-01T07:00:00Z");
        return order;
    }

    private JsonNode held(Tenant tenant, String account) {
        return items(api.get(COORDINATOR.on(tenant.enterprise()), "/api/v1/invoices?state=onHold&accountId=" + account))
                .getFirst();
    }

    private String path(JsonNode invoice) {
        return "/api/v1/invoices/" + invoice.path("invoiceNumber").asString();
    }

    @Test
    void a_doubtful_bill_is_held_with_its_reasons_and_hidden_from_the_customer() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        doubtful(tenant, account);
        assertThat(platform.invoices(tenant, account)).isEmpty();
        var held = held(tenant, account);
        assertThat(held.path("holdReasons"))
                .anySatisfy(
                        reason -> assertThat(reason.path("check").asString()).isEqualTo("ABSURD_AMOUNT"));
        var path = path(held);
        for (var suffix : List.of("", "/lines", "/document")) {
            api.get(tenant.viewer(), path + suffix).expectStatus().isNotFound();
        }
        api.get(COORDINATOR.on(tenant.enterprise()), path).expectStatus().isOk();
    }

    @Test
    void released_it_is_issued_as_it_was_and_the_account_goes_on() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        doubtful(tenant, account);
        at("2026-08-01T07:00:00Z");
        assertThat(platform.invoices(tenant, account))
                .as("nothing goes on while it is held")
                .isEmpty();
        var other = api.as(OPERATIONS.on(tenant.enterprise()))
                .patch()
                .uri("/api/v1/billing-accounts/" + account)
                .body(Map.of("billCycleDay", 20))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        assertThat(json(other).path("code").asString()).isEqualTo("invoice-held");
        var staff = COORDINATOR.on(tenant.enterprise());
        var invoice = json(api.post(staff, path(held(tenant, account)) + "/release", WHY)
                .expectStatus()
                .isOk());
        assertThat(invoice.path("state").asString()).isEqualTo("issued");
        assertThat(invoice.path("invoiceNumber").asString()).matches("INV-2026-\\d{6}");
        assertThat(invoice.path("billDate").asString()).isEqualTo("2026-07-01");
        assertThat(invoice.path("dueDate").asString()).as("from the release on").isEqualTo("2026-08-31");
        assertThat(invoice.at("/totals/amountDue/amount").asString()).isEqualTo("4000000.00");
        events.await("billing.invoice.issued.v1", invoice.path("invoiceNumber").asString());
        dueWork.runAll();
        var next = held(tenant, account);
        assertThat(next.path("billDate").asString()).isEqualTo("2026-08-01");
        assertThat(next.at("/totals/amountDue/amount").asString()).isEqualTo("2000000.00");
        api.post(staff, path(invoice) + "/release", WHY).expectStatus().isNotFound();
        api.post(staff, path(invoice) + "/discard", WHY).expectStatus().isNotFound();
    }

    @Test
    void discarded_it_is_gone_and_its_cycle_is_billed_anew_with_what_is_known_then() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = doubtful(tenant, account);
        var staff = COORDINATOR.on(tenant.enterprise());
        var first = held(tenant, account);
        api.post(
                        staff,
                        "/api/v1/rated-services/" + order.replace("O-", "S-") + "/price-changes",
                        Map.of(
                                "chargeId",
                                order + "/item-1/MRC",
                                "effectiveFrom",
                                "2026-06-01",
                                "amount",
                                Map.of("amount", "200.00", "currency", "USD"),
                                "reason",
                                "four noughts too many"))
                .expectStatus()
                .isCreated();
        assertThat(json(api.post(staff, path(first) + "/release", WHY)
                                .expectStatus()
                                .isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("charges-changed");
        api.post(staff, path(first) + "/discard", WHY).expectStatus().isNoContent();
        api.get(staff, path(first)).expectStatus().isNotFound();
        dueWork.runAll();
        var invoice = platform.invoices(tenant, account).getFirst();
        assertThat(invoice.path("billDate").asString()).isEqualTo("2026-07-01");
        assertThat(invoice.path("firstInvoice").asBoolean()).isTrue();
        assertThat(invoice.at("/totals/amountDue/amount").asString()).isEqualTo("400.00");
    }

    @Test
    void another_currency_is_in_no_sum_and_cannot_be_released() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = orderNumber();
        platform.accept(
                tenant,
                accepted(order, account, "2026-06-01", "100.00", "7.00")
                        .replaceFirst("\"100.00\",\"currency\":\"USD\"", "\"100.00\",\"currency\":\"EUR\""));
        platform.awaitService(tenant, order);
        at("2026-07-01T07:00:00Z");
        var held = held(tenant, account);
        assertThat(held.at("/totals/amountDue/amount").asString()).isEqualTo("7.00");
        var staff = COORDINATOR.on(tenant.enterprise());
        assertThat(items(api.get(staff, path(held) + "/lines")))
                .extracting(line -> line.at("/netAmount/currency").asString())
                .containsExactly("EUR", "EUR", "USD");
        assertThat(json(api.post(staff, path(held) + "/release", WHY)
                                .expectStatus()
                                .isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("currency-mismatch");
    }

    @Test
    void a_customer_decides_nothing_and_a_reason_is_needed() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        doubtful(tenant, account);
        var path = path(held(tenant, account));
        api.post(tenant.viewer(), path + "/release", WHY).expectStatus().isForbidden();
        api.post(COORDINATOR.on(tenant.enterprise()), path + "/release", Map.of())
                .expectStatus()
                .isEqualTo(422);
        api.post(COORDINATOR.on(platform.tenant().enterprise()), path + "/discard", WHY)
                .expectStatus()
                .isNotFound();
    }
}
