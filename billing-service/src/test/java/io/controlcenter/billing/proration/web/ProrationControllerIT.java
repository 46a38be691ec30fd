package io.controlcenter.billing.proration.web;

import static io.controlcenter.billing.BillingPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** The table of domain d.4: 1,000.00 a month from the first, the lines of the month of the day. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "1, ACTUAL_ACTUAL, 2026-09-08, true, 2026-09-08, 766.67",
        "1, ACTUAL_30, 2026-09-08, true, 2026-09-08, 766.67",
        "1, STRICT_30, 2026-09-08, true, 2026-09-08, 766.67",
        "1b, ACTUAL_ACTUAL, 2026-09-08, false, 2026-09-08, 733.33",
        "1b, ACTUAL_30, 2026-09-08, false, 2026-09-08, 733.33",
        "1b, STRICT_30, 2026-09-08, false, 2026-09-08, 733.33",
        "2, ACTUAL_ACTUAL, 2026-01-10, true, 2026-01-10, 709.68",
        "2, ACTUAL_30, 2026-01-10, true, 2026-01-10, 733.33",
        "2, STRICT_30, 2026-01-10, true, 2026-01-10, 700.00",
        "3, ACTUAL_ACTUAL, 2026-02-10, true, 2026-02-10, 678.57",
        "3, ACTUAL_30, 2026-02-10, true, 2026-02-10, 633.33",
        "3, STRICT_30, 2026-02-10, true, 2026-02-10, 700.00",
        "4, ACTUAL_ACTUAL, 2026-01-01, true, 2026-02-10, 1000.00",
        "4, ACTUAL_30, 2026-01-01, true, 2026-02-10, 1000.00",
        "4, STRICT_30, 2026-01-01, true, 2026-02-10, 1000.00",
        "8, ACTUAL_ACTUAL, 2026-05-31, true, 2026-05-31, 32.26",
        "8, ACTUAL_30, 2026-05-31, true, 2026-05-31, 33.33",
        "8, STRICT_30, 2026-05-31, true, 2026-05-31, 0.00",
        "9, ACTUAL_ACTUAL, 2026-02-28, true, 2026-02-28, 35.71",
        "9, ACTUAL_30, 2026-02-28, true, 2026-02-28, 33.33",
        "9, STRICT_30, 2026-02-28, true, 2026-02-28, 100.00",
        "14, ACTUAL_ACTUAL, 2028-02-10, true, 2028-02-10, 689.66",
        "14, ACTUAL_30, 2028-02-10, true, 2028-02-10, 666.67",
        "14, STRICT_30, 2028-02-10, true, 2028-02-10, 700.00"
    })
    void a_month_costs_what_the_table_says(
            String example, String dayCount, String start, boolean startBilled, String day, String net) {
        var answer = answer("prorations/calculate", """
                {"amount":{"amount":"1000.00","currency":"USD"},"billCycleDay":1,"cycleDate":"%s","serviceStart":"%s",
                 "policy":{"dayCount":"%s","startDayBilled":%s}}""".formatted(day, start, dayCount, startBilled));
        assertThat(answer.at("/total/amount").asString()).as(example).isEqualTo(net);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "6, ACTUAL_ACTUAL, false, 2026-05-20, -387.10",
        "6, ACTUAL_30, false, 2026-05-20, -400.00",
        "6, STRICT_30, false, 2026-05-20, -366.67",
        "6b, ACTUAL_ACTUAL, true, 2026-05-20, -354.84",
        "6b, ACTUAL_30, true, 2026-05-20, -366.67",
        "6b, STRICT_30, true, 2026-05-20, -333.33"
    })
    void a_stop_on_20_may_gives_back_what_the_table_says(
            String example, String dayCount, boolean stopBilled, String stop, String net) {
        var answer = answer("recurring-charge-previews", """
                {"amount":{"amount":"1000.00","currency":"USD"},"billCycleDay":1,"serviceStart":"2026-05-01",
                 "serviceStop":"%s","billedThrough":"2026-06-15","mode":"ADVANCE",
                 "policy":{"dayCount":"%s","startDayBilled":true,"stopDayBilled":%s}}""".formatted(stop, dayCount, stopBilled));
        assertThat(answer.at("/lines/1/netAmount/amount").asString())
                .as(example)
                .isEqualTo(net);
        assertThat(answer.at("/lines/1/type").asString()).isEqualTo("CREDIT");
    }

    @ParameterizedTest(name = "5 {0}")
    @CsvSource({"ACTUAL_ACTUAL, 1516.13", "ACTUAL_30, 1566.67", "STRICT_30, 1500.00"})
    void a_price_that_doubles_on_16_may_costs_what_the_table_says(String dayCount, String sum) {
        var answer = answer("prorations/calculate", """
                {"amount":{"amount":"1000.00","currency":"USD"},"billCycleDay":1,"cycleDate":"2026-05-16",
                 "serviceStart":"2026-01-01","policy":{"dayCount":"%s"},
                 "priceChanges":[{"effectiveFrom":"2026-05-16","amount":{"amount":"2000.00","currency":"USD"}}]}""".formatted(dayCount));
        assertThat(answer.at("/total/amount").asString()).isEqualTo(sum);
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
