package io.controlcenter.billing.receivables;

import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.text;
import static io.controlcenter.billing.MoneyPlatform.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.billing.MoneyPlatform.Debtor;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What a withdrawn invoice billed is on the account's next one, once, where that was wished for. */
@BillingServiceTest
class RebillingIT {

    @Autowired
    private MoneyPlatform money;

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private RestTestClient.ResponseSpec withdraw(Debtor debtor, String invoice, boolean rebill) {
        return api.post(
                debtor.coordinator(),
                "/api/v1/invoices/" + invoice + "/withdrawal",
                Map.of("reason", "Wrong price", "rebill", rebill),
                UUID.randomUUID().toString());
    }

    private void moveToFirstOf(int month) {
        money.moveTo(Instant.parse("2026-%02d-01T17:00:00Z".formatted(month)));
    }

    private JsonNode last(Debtor debtor) {
        return platform.invoices(debtor.tenant(), debtor.account()).getLast();
    }

    private List<String> lines(Debtor debtor) {
        return platform.lines(debtor.tenant(), last(debtor)).stream()
                .map(line -> "%s %s..%s %s"
                        .formatted(
                                line.path("type").asString(),
                                line.at("/coverage/start").asString(),
                                line.at("/coverage/end").asString(),
                                line.at("/netAmount/amount").asString()))
                .toList();
    }

    private void stop(Debtor debtor, String day) {
        var service = json(api.get(
                        BillingPlatform.OPERATIONS.on(debtor.tenant().enterprise()),
                        "/api/v1/rated-services?accountId=" + debtor.account()))
                .at("/items/0");
        platform.put(
                        BillingPlatform.OPERATIONS.on(debtor.tenant().enterprise()),
                        service.path("href").asString() + "/dates",
                        Map.of("startDate", "2026-06-22", "stopDate", day, "reason", "disconnected"))
                .expectStatus()
                .isOk();
    }

    @Test
    void a_first_invoice_is_billed_anew_with_the_next_one_and_never_again() {
        var debtor = money.debtor();
        withdraw(debtor, debtor.invoice(), true).expectStatus().isCreated();
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
        moveToFirstOf(8);
        assertThat(lines(debtor))
                .containsExactlyInAnyOrder(
                        "PARTIAL 2026-06-22..2026-07-01 300.00",
                        "RECURRING 2026-07-01..2026-08-01 1000.00",
                        "RECURRING 2026-08-01..2026-09-01 1000.00",
                        "NON_RECURRING 2026-06-22..2026-06-23 750.00");
        assertThat(last(debtor).path("state").asString()).isEqualTo("issued");
        moveToFirstOf(9);
        assertThat(lines(debtor))
                .contains("RECURRING 2026-09-01..2026-10-01 1000.00")
                .noneMatch(line -> line.startsWith("PARTIAL"));
        stop(debtor, "2026-07-16");
        moveToFirstOf(10);
        assertThat(lines(debtor))
                .as("what is given back is what was billed in the end")
                .contains(
                        "CREDIT 2026-07-16..2026-08-01 -516.13",
                        "CREDIT 2026-08-01..2026-09-01 -1000.00",
                        "CREDIT 2026-09-01..2026-10-01 -1000.00")
                .filteredOn(line -> line.startsWith("CREDIT"))
                .hasSize(3);
    }

    @Test
    void later_invoices_are_withdrawn_before_the_ones_that_they_build_on() {
        var debtor = money.debtor();
        moveToFirstOf(8);
        var august = last(debtor).path("invoiceNumber").asString();
        assertThat(text(withdraw(debtor, debtor.invoice(), true).expectStatus().isEqualTo(409), "code"))
                .isEqualTo("invoice-followed");
        withdraw(debtor, august, true).expectStatus().isCreated();
        withdraw(debtor, debtor.invoice(), true).expectStatus().isCreated();
        moveToFirstOf(9);
        assertThat(lines(debtor))
                .filteredOn(line -> !line.startsWith("LATE"))
                .containsExactlyInAnyOrder(
                        "PARTIAL 2026-06-22..2026-07-01 300.00",
                        "RECURRING 2026-07-01..2026-08-01 1000.00",
                        "RECURRING 2026-08-01..2026-09-01 1000.00",
                        "RECURRING 2026-09-01..2026-10-01 1000.00",
                        "NON_RECURRING 2026-06-22..2026-06-23 750.00");
    }

    @Test
    void what_it_gave_back_is_given_back_anew() {
        var debtor = money.debtor();
        stop(debtor, "2026-07-16");
        platform.service(debtor.tenant(), debtor.account(), "2026-07-01");
        moveToFirstOf(8);
        var august = last(debtor).path("invoiceNumber").asString();
        var first = lines(debtor);
        assertThat(first).contains("CREDIT 2026-07-16..2026-08-01 -516.13");
        withdraw(debtor, august, true).expectStatus().isCreated();
        moveToFirstOf(9);
        assertThat(lines(debtor))
                .filteredOn(line -> !line.startsWith("LATE"))
                .containsAll(first)
                .hasSize(first.size() + 1);
    }

    @Test
    void without_the_wish_nobody_is_billed_for_it() {
        var debtor = money.debtor();
        withdraw(debtor, debtor.invoice(), false).expectStatus().isCreated();
        moveToFirstOf(8);
        assertThat(lines(debtor)).containsExactly("RECURRING 2026-08-01..2026-09-01 1000.00");
    }

    @Test
    void late_charges_that_were_given_back_already_are_not_given_back_twice() {
        var debtor = money.debtor();
        money.moveTo(Instant.parse("2026-08-31T12:00:00Z"));
        moveToFirstOf(9);
        var september = last(debtor);
        var late = platform.lines(debtor.tenant(), september).stream()
                .filter(line -> line.path("type").asString().equals("LATE"))
                .findFirst()
                .orElseThrow();
        assertThat(late.at("/netAmount/amount").asString()).isEqualTo("30.75");
        api.post(
                        debtor.coordinator(),
                        "/api/v1/credit-notes",
                        Map.of(
                                "accountId", debtor.account(),
                                "invoiceNumber", september.path("invoiceNumber").asString(),
                                "reason", "GOODWILL",
                                "amount", dollars("20.00"),
                                "lines",
                                        List.of(Map.of(
                                                "lineId", late.path("lineId").asString(), "amount", dollars("20.00"))),
                                "description", "Sorry"),
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated();
        withdraw(debtor, debtor.invoice(), false).expectStatus().isCreated();
        moveToFirstOf(10);
        assertThat(lines(debtor)).filteredOn(line -> line.contains("-")).anyMatch(line -> line.endsWith(" -10.75"));
        assertThat(lines(debtor)).noneMatch(line -> line.endsWith(" -30.75"));
    }
}
