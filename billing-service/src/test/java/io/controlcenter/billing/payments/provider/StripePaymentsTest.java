package io.controlcenter.billing.payments.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.application.PaymentProvider.Charge;
import io.controlcenter.billing.payments.application.PaymentProvider.Charged;
import io.controlcenter.billing.payments.application.PaymentSettings;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Stripe adapter against a stub of Stripe's HTTP API. */
class StripePaymentsTest {

    private static final WireMockServer STRIPE = new WireMockServer(options().dynamicPort());
    private static final String INTENTS = "/v1/payment_intents";
    private static final Charge CHARGE =
            new Charge("PAY-10000001", "pm_card_visa", Money.of(new BigDecimal("125.50"), "USD"), "Account A-1");

    static {
        STRIPE.start();
    }

    @AfterAll
    static void stop() {
        STRIPE.stop();
    }

    @BeforeEach
    void forget() {
        STRIPE.resetAll();
    }

    private static Charged charge(Charge charge) {
        var settings = new PaymentSettings(
                "stripe",
                365,
                Duration.ofSeconds(30),
                10,
                new PaymentSettings.Stripe("sk_test_stub", STRIPE.baseUrl(), Duration.ofSeconds(2)));
        return new StripePayments(settings).charge(charge);
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        STRIPE.stubFor(post(urlEqualTo(INTENTS)).willReturn(answer));
    }

    private static String intent(String status) {
        return "{\"id\":\"pi_123\",\"object\":\"payment_intent\",\"amount\":12550,\"currency\":\"usd\",\"status\":\"%s\"}"
                .formatted(status);
    }

    private static ResponseDefinitionBuilder error(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"error\":" + body + "}");
    }

    @Test
    void a_charge_is_confirmed_at_once_in_the_smallest_unit_under_our_own_key() {
        answers(okJson(intent("succeeded")));
        assertThat(charge(CHARGE)).isEqualTo(new Charged.Succeeded("pi_123"));
        STRIPE.verify(postRequestedFor(urlEqualTo(INTENTS))
                .withHeader("Idempotency-Key", equalTo("PAY-10000001"))
                .withHeader("Authorization", equalTo("Bearer sk_test_stub"))
                .withRequestBody(containing("amount=12550"))
                .withRequestBody(containing("currency=usd"))
                .withRequestBody(containing("payment_method=pm_card_visa"))
                .withRequestBody(containing("confirm=true"))
                .withRequestBody(containing("off_session=true")));
    }

    @Test
    void a_currency_without_cents_is_sent_as_it_is() {
        answers(okJson(intent("succeeded")));
        charge(new Charge("PAY-2", "pm_1", Money.of(new BigDecimal("1500"), "JPY"), "x"));
        STRIPE.verify(postRequestedFor(urlEqualTo(INTENTS)).withRequestBody(containing("amount=1500&")));
    }

    @Test
    void the_same_charge_again_is_sent_under_the_same_key() {
        answers(okJson(intent("succeeded")));
        assertThat(charge(CHARGE)).isEqualTo(charge(CHARGE));
        STRIPE.verify(2, postRequestedFor(urlEqualTo(INTENTS)).withHeader("Idempotency-Key", equalTo("PAY-10000001")));
    }

    @ParameterizedTest
    @CsvSource({"processing, true", "requires_payment_method, false", "requires_action, false"})
    void an_intent_that_needs_its_owner_is_declined(String status, boolean paid) {
        answers(okJson(intent(status)));
        assertThat(charge(CHARGE)).isInstanceOf(paid ? Charged.Succeeded.class : Charged.Declined.class);
    }

    @Test
    void a_declined_card_says_why() {
        answers(error(402, """
                {"type":"card_error","code":"card_declined","decline_code":"insufficient_funds",
                 "message":"Your card has insufficient funds."}"""));
        assertThat(charge(CHARGE))
                .isInstanceOfSatisfying(
                        Charged.Declined.class,
                        declined -> assertThat(declined.code()).isEqualTo("insufficient_funds"));
    }

    @Test
    void an_unknown_token_is_declined() {
        answers(error(400, """
                {"type":"invalid_request_error","code":"resource_missing","message":"No such payment_method"}"""));
        assertThat(charge(CHARGE))
                .isInstanceOfSatisfying(
                        Charged.Declined.class,
                        declined -> assertThat(declined.code()).isEqualTo("resource_missing"));
    }

    @ParameterizedTest
    @CsvSource({"401", "429", "500", "503"})
    void trouble_leaves_the_end_unknown_so_that_it_is_asked_again(int status) {
        answers(error(status, "{\"type\":\"api_error\",\"message\":\"trouble\"}"));
        assertThat(charge(CHARGE)).isInstanceOf(Charged.Unknown.class);
    }

    @Test
    void a_first_request_that_still_runs_leaves_the_end_unknown() {
        answers(error(
                409, "{\"type\":\"idempotency_error\",\"code\":\"idempotency_key_in_use\",\"message\":\"runs\"}"));
        assertThat(charge(CHARGE)).isInstanceOf(Charged.Unknown.class);
    }

    @Test
    void a_broken_or_silent_line_leaves_the_end_unknown() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(charge(CHARGE)).isInstanceOf(Charged.Unknown.class);
        answers(okJson(intent("succeeded")).withFixedDelay(3000));
        assertThat(charge(CHARGE)).isInstanceOf(Charged.Unknown.class);
    }
}
