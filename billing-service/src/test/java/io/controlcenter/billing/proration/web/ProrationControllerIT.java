package io.controlcenter.billing.proration.web;

import static io.controlcenter.billing.BillingPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The stateless questions over HTTP. */
@BillingServiceTest
class ProrationControllerIT {

    private static final Tokens.Draft VIEWER = Tokens.customer("ENT-999", "BILLING_VIEW");

    @Autowired
    private Api api;

    private RestTestClient.ResponseSpec ask(String path, String body) {
        return api.as(VIEWER)
                .post()
                .uri("/api/v1/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private JsonNode answer(String path, String body) {
        return json(ask(path, body).expectStatus().isOk());
    }

    @Test
    void a_preview_answers_every_line_until_a_date() {
        var answer = answer("recurring-charge-previews", """
                {"amount":{"amount":"100.00","currency":"USD"},"billCycleDay":20,"serviceStart":"2026-03-19",
                 "serviceStop":null,"billedThrough":"2026-06-15","mode":"ADVANCE",
                 "policy":{"dayCount":"ACTUAL_ACTUAL","startDayBilled":true,"stopDayBilled":false},
                 "priceChanges":[{"effectiveFrom":"2026-05-01","amount":{"amount":"130.00","currency":"USD"}}]}""");
        assertThat(answer.path("lines"))
                .extracting(line -> "%s %s %s %s"
                        .formatted(
                                line.path("type").asString(),
                                line.at("/coverage/start").asString(),
                                line.at("/coverage/end").asString(),
                                line.at("/netAmount/amount").asString()))
                .containsExactly(
                        "PARTIAL 2026-03-19 2026-03-20 3.57",
                        "RECURRING 2026-03-20 2026-04-20 100.00",
                        "PARTIAL 2026-04-20 2026-05-01 36.67",
                        "PARTIAL 2026-05-01 2026-05-20 82.33",
                        "RECURRING 2026-05-20 2026-06-20 130.00");
        assertThat(answer.at("/total/amount").asString()).isEqualTo("352.57");
        assertThat(answer.at("/lines/0/proration/denominator").asInt()).isEqualTo(28);
    }

    @Test
    void a_stop_in_a_billed_cycle_is_a_credit_and_arrears_have_none() {
        var question = """
                {"amount":{"amount":"1000.00","currency":"USD"},"billCycleDay":1,"serviceStart":"2026-05-01",
                 "serviceStop":"2026-05-20","billedThrough":"2026-06-15","mode":"%s"}""";
        assertThat(answer("recurring-charge-previews", question.formatted("ADVANCE"))
                        .at("/lines/1/netAmount/amount")
                        .asString())
                .isEqualTo("-387.10");
        var arrears = answer("recurring-charge-previews", question.formatted("ARREARS"));
        assertThat(arrears.path("lines").size()).isEqualTo(1);
        assertThat(arrears.at("/total/amount").asString()).isEqualTo("612.90");
    }

    @Test
    void one_cycle_is_calculated_with_its_denominator() {
        var answer = answer("prorations/calculate", """
                {"amount":{"amount":"1000.00","currency":"USD"},"billCycleDay":1,"cycleDate":"2026-01-15",
                 "serviceStart":"2026-01-10","policy":{"dayCount":"STRICT_30"}}""");
        assertThat(answer.at("/cycle/end").asString()).isEqualTo("2026-02-01");
        assertThat(answer.at("/total/amount").asString()).isEqualTo("700.00");
        assertThat(answer.at("/lines/0/proration/numerator").asInt()).isEqualTo(21);
        assertThat(answer.at("/lines/0/proration/policyId").asString()).isEqualTo("STRICT_30/START_BILLED/STOP_FREE");
    }

    @Test
    void everything_that_is_wrong_comes_back_at_once() {
        var answer = json(ask("recurring-charge-previews", """
                {"amount":{"amount":"100.00","currency":"XYZ"},"billCycleDay":20,"serviceStart":"2026-03-19",
                 "serviceStop":"2026-03-01","billedThrough":"2026-06-15",
                 "priceChanges":[{"effectiveFrom":"2026-03-19","amount":{"amount":"1","currency":"EUR"}}]}""").expectStatus().isEqualTo(422));
        assertThat(answer.path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactly(
                        "/amount/currency",
                        "/serviceStop",
                        "/priceChanges/0/amount/currency",
                        "/priceChanges/0/effectiveFrom");
        ask("recurring-charge-previews", "{\"amount\":{\"amount\":\"-1\",\"currency\":\"USD\"},\"billCycleDay\":32}")
                .expectStatus()
                .isEqualTo(422);
        ask("prorations/calculate", """
                {"amount":{"amount":"1.00","currency":"USD"},"billCycleDay":1,"cycleDate":"2026-01-15",
                 "serviceStart":"2026-01-10","policy":{"dayCount":"LUNAR"}}""").expectStatus().isEqualTo(422);
    }

    @Test
    void a_preview_goes_as_far_as_twelve_months() {
        var question = """
                {"amount":{"amount":"1.00","currency":"%s"},"billCycleDay":1,"serviceStart":"2026-01-10",
                 "billedThrough":"%s"}""";
        answer("recurring-charge-previews", question.formatted("USD", "2027-01-10"));
        var wrong = json(ask("recurring-charge-previews", question.formatted("XYZ", "2027-01-11"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactly("/billedThrough", "/amount/currency");
    }
}
