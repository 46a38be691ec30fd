package io.controlcenter.billing.payments;

import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.MoneyPlatform.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.billing.MoneyPlatform.Debtor;
import io.controlcenter.billing.RequestPlatform;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Credit that nobody owes anything for is paid back, and used for nothing else. */
@BillingServiceTest
class RefundsIT {

    @Autowired
    private MoneyPlatform money;

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private RequestPlatform requests;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private RestTestClient.ResponseSpec payBack(Tokens.Draft by, Debtor debtor, String amount) {
        return api.post(
                by,
                "/api/v1/refunds",
                Map.of(
                        "accountId", debtor.account(),
                        "method", "WIRE",
                        "amount", dollars(amount),
                        "reference", "FED-20260701-17",
                        "reason", "Paid twice"),
                UUID.randomUUID().toString());
    }

    private JsonNode payment(Debtor debtor, JsonNode posted) {
        return json(api.get(debtor.payer(), posted.path("href").asString())
                .expectStatus()
                .isOk());
    }

    @Test
    void what_was_paid_too_much_goes_back_oldest_first_and_settles_nothing_later() {
        var debtor = money.debtor();
        var first = json(money.cheque(debtor, "2100.00", "21").expectStatus().isCreated());
        var second = json(money.cheque(debtor, "30.00", "22").expectStatus().isCreated());
        assertThat(json(payBack(debtor.coordinator(), debtor, "80.01")
                                .expectStatus()
                                .isEqualTo(422))
                        .at("/refundable/amount")
                        .asString())
                .isEqualTo("80.00");
        var refund = json(
                payBack(debtor.coordinator(), debtor, "60.00").expectStatus().isCreated());
        assertThat(refund.path("refundId").asString()).matches("RF-\\d{8}");
        assertThat(refund.path("parts"))
                .extracting((JsonNode part) -> part.path("reference").asString() + " "
                        + part.at("/amount/amount").asString())
                .containsExactly(
                        first.path("paymentId").asString() + " 50.00",
                        second.path("paymentId").asString() + " 10.00");
        assertThat(payment(debtor, first).at("/paidBack/amount").asString()).isEqualTo("50.00");
        assertThat(payment(debtor, first).at("/unapplied/amount").asString()).isEqualTo("0.00");
        assertThat(payment(debtor, second).at("/unapplied/amount").asString()).isEqualTo("20.00");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("-20.00");
        money.moveTo(Instant.parse("2026-08-01T17:00:00Z"));
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("980.00");
        var august = platform.invoices(debtor.tenant(), debtor.account()).getLast();
        var statement = json(api.get(
                        debtor.payer(),
                        "/api/v1/invoices/" + august.path("invoiceNumber").asString())
                .expectStatus()
                .isOk());
        assertThat(statement.at("/totals/balanceForward/amount").asString()).isEqualTo("-20.00");
        assertThat(statement.at("/totals/payments/amount").asString())
                .as("2,130.00 came and 60.00 went back")
                .isEqualTo("-2070.00");
    }

    @Test
    void nothing_is_paid_back_of_what_is_due() {
        var debtor = money.debtor();
        assertThat(json(payBack(debtor.coordinator(), debtor, "1.00")
                                .expectStatus()
                                .isEqualTo(422))
                        .at("/refundable/amount")
                        .asString())
                .isEqualTo("0.00");
        money.cheque(debtor, "2040.00", "23").expectStatus().isCreated();
        api.post(
                        debtor.coordinator(),
                        "/api/v1/credit-notes",
                        Map.of(
                                "accountId",
                                debtor.account(),
                                "reason",
                                "GOODWILL",
                                "amount",
                                dollars("15.00"),
                                "description",
                                "Sorry"),
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated();
        payBack(debtor.coordinator(), debtor, "5.00").expectStatus().isCreated();
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void a_refund_is_told_once() {
        var debtor = money.debtor();
        var cheque = json(money.cheque(debtor, "2100.00", "26").expectStatus().isCreated());
        var refund = json(
                payBack(debtor.coordinator(), debtor, "50.00").expectStatus().isCreated());
        var told =
                events.await("billing.refund.paid.v1", refund.path("refundId").asString());
        assertThat(told.enterpriseId()).isEqualTo(debtor.tenant().enterprise());
        assertThat(told.data().at("/parts/0/reference").asString())
                .isEqualTo(cheque.path("paymentId").asString());
        assertThat(told.data().at("/amount/amount").asString()).isEqualTo("50.00");
    }

    @Test
    void a_cheque_that_bounces_after_its_rest_was_paid_back_is_owed_as_a_whole() {
        var debtor = money.debtor();
        var cheque = json(money.cheque(debtor, "2100.00", "24").expectStatus().isCreated());
        payBack(debtor.coordinator(), debtor, "50.00").expectStatus().isCreated();
        var reversed = json(
                api.post(debtor.coordinator(), cheque.path("href").asString() + "/reversal", Map.of("reason", "NSF"))
                        .expectStatus()
                        .isOk());
        assertThat(reversed.path("state").asString()).isEqualTo("REVERSED");
        var balance = money.balance(debtor);
        assertThat(balance.at("/balance/amount").asString()).isEqualTo("2100.00");
        assertThat(balance.at("/returnedPayments/amount").asString()).isEqualTo("50.00");
        assertThat(balance.at("/dueNow/amount").asString()).isEqualTo("2050.00");

        money.moveTo(Instant.parse("2026-08-01T17:00:00Z"));
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("3100.00");
        assertThat(money.balance(debtor).at("/returnedPayments/amount").asString())
                .isEqualTo("0.00");
        var august = json(api.get(
                debtor.payer(),
                platform.invoices(debtor.tenant(), debtor.account())
                        .getLast()
                        .path("href")
                        .asString()));
        assertThat(august.at("/totals/balanceForward/amount").asString()).isEqualTo("2050.00");
        assertThat(august.at("/totals/payments/amount").asString()).isEqualTo("0.00");
        var line = platform.lines(debtor.tenant(), august).stream()
                .filter(one -> one.path("description").asString().startsWith("Paid back before payment"))
                .findFirst()
                .orElseThrow();
        assertThat(line.at("/netAmount/amount").asString()).isEqualTo("50.00");
        assertThat(line.path("provenance").toString())
                .contains("RETURNED_PAYMENT", cheque.path("paymentId").asString());
        requests.create(
                        debtor.payer(),
                        debtor,
                        Map.of(
                                "type",
                                "DISPUTE",
                                "subtype",
                                "INCORRECT_CHARGE",
                                "invoiceNumber",
                                august.path("invoiceNumber").asString(),
                                "lines",
                                List.of(Map.of(
                                        "lineId", line.path("lineId").asString(), "amountDisputed", dollars("50.00")))))
                .expectStatus()
                .isCreated();
    }

    @Test
    void nothing_is_paid_back_while_what_came_back_is_owed() {
        var debtor = money.debtor();
        var cheque = json(money.cheque(debtor, "2100.00", "27").expectStatus().isCreated());
        payBack(debtor.coordinator(), debtor, "50.00").expectStatus().isCreated();
        api.post(debtor.coordinator(), cheque.path("href").asString() + "/reversal", Map.of("reason", "NSF"))
                .expectStatus()
                .isOk();
        money.cheque(debtor, "2120.00", "28").expectStatus().isCreated();
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("-20.00");
        assertThat(json(payBack(debtor.coordinator(), debtor, "20.01")
                                .expectStatus()
                                .isEqualTo(422))
                        .at("/refundable/amount")
                        .asString())
                .isEqualTo("20.00");
    }

    @Test
    void customers_see_their_own_refunds_and_make_none() {
        var debtor = money.debtor();
        var stranger = money.debtor();
        money.cheque(debtor, "2100.00", "25").expectStatus().isCreated();
        payBack(debtor.payer(), debtor, "50.00").expectStatus().isForbidden();
        payBack(stranger.coordinator(), debtor, "50.00").expectStatus().isEqualTo(422);
        var path = json(payBack(debtor.coordinator(), debtor, "50.00")
                        .expectStatus()
                        .isCreated())
                .path("href")
                .asString();
        api.get(debtor.payer(), path).expectStatus().isOk();
        assertThat(BillingPlatform.items(api.get(debtor.payer(), "/api/v1/refunds?accountId=" + debtor.account())))
                .hasSize(1);
        api.get(debtor.payer().onlyAccounts("A-0"), path).expectStatus().isNotFound();
        api.get(stranger.payer(), path).expectStatus().isNotFound();
        assertThat(BillingPlatform.items(api.get(stranger.payer(), "/api/v1/refunds")))
                .isEmpty();
    }
}
