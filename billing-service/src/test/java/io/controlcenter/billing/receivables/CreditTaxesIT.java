package io.controlcenter.billing.receivables;

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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What is given back of taxed lines, and what is left of them to give back. */
@BillingServiceTest
class CreditTaxesIT {

    @Autowired
    private MoneyPlatform money;

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private RequestPlatform requests;

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

    private RestTestClient.ResponseSpec credit(Debtor debtor, String line, String amount) {
        return api.post(
                debtor.coordinator(),
                "/api/v1/credit-notes",
                Map.of(
                        "accountId",
                        debtor.account(),
                        "invoiceNumber",
                        debtor.invoice(),
                        "reason",
                        "CORRECTION",
                        "amount",
                        dollars(amount),
                        "lines",
                        List.of(Map.of("lineId", line, "amount", dollars(amount))),
                        "description",
                        "Billed wrongly"),
                UUID.randomUUID().toString());
    }

    private RestTestClient.ResponseSpec lumpSum(Debtor debtor, String amount) {
        return api.post(
                debtor.coordinator(),
                "/api/v1/credit-notes",
                Map.of(
                        "accountId", debtor.account(),
                        "invoiceNumber", debtor.invoice(),
                        "reason", "GOODWILL",
                        "amount", dollars(amount),
                        "description", "Sorry"),
                UUID.randomUUID().toString());
    }

    private JsonNode credited(Debtor debtor, String line, String amount) {
        return json(credit(debtor, line, amount).expectStatus().isCreated());
    }

    private List<JsonNode> lines(Debtor debtor, int invoice) {
        return platform.lines(
                debtor.tenant(),
                platform.invoices(debtor.tenant(), debtor.account()).get(invoice));
    }

    private String lineOf(Debtor debtor, String firstDay) {
        return lines(debtor, 0).stream()
                .filter(line -> line.path("type").asString().equals("RECURRING")
                        && line.at("/coverage/start").asString().equals(firstDay))
                .findFirst()
                .orElseThrow()
                .path("lineId")
                .asString();
    }

    /** The service is stopped at July 20, which is told on July 19; then August is billed. */
    private List<String> givenBackAfterDisconnect(Debtor debtor) {
        var order = BillingPlatform.orderNumber();
        var service =
                lines(debtor, 0).getFirst().at("/provenance/service/serviceId").asString();
        events.send(
                "order.order.v1",
                "order.disconnected.v1",
                order,
                debtor.tenant().enterprise(),
                1,
                """
                {"orderNumber":"%s","accountId":"%s","disconnectedAt":"2026-07-19T10:00:00Z","items":[
                  {"itemId":"item-1","action":"DELETE","serviceId":"%s","circuitId":"ET-1000001",
                   "requestedAt":"2026-06-19T10:00:00Z","requestedDate":"2026-07-20","stopDate":"2026-07-20"}]}""".formatted(order, debtor.account(), service));
        Awaitility.await("stop of " + service)
                .atMost(Duration.ofSeconds(60))
                .until(() -> platform.number(
                                debtor.tenant(),
                                "select count(*) from rated_service where stop_date is not null and service_id = '"
                                        + service + "'")
                        == 1);
        money.moveTo(Instant.parse("2026-08-01T17:00:00Z"));
        return platform.invoices(debtor.tenant(), debtor.account()).stream()
                .flatMap(invoice -> platform.lines(debtor.tenant(), invoice).stream())
                .filter(line -> line.path("type").asString().equals("CREDIT"))
                .map(line -> line.at("/netAmount/amount").asString())
                .toList();
    }

    @Test
    void credits_of_lines_give_their_taxes_back_and_add_up_to_the_whole_invoice() {
        var debtor = money.taxedDebtor();
        var first = credited(debtor, "1", "100.00");
        assertThat(first.at("/netAmount/amount").asString()).isEqualTo("100.00");
        assertThat(first.at("/taxAmount/amount").asString()).isEqualTo("8.26");
        assertThat(first.at("/amount/amount").asString()).isEqualTo("108.26");
        assertThat(first.path("taxLines"))
                .extracting((JsonNode tax) -> tax.path("percent").asString() + " "
                        + tax.at("/taxableAmount/amount").asString() + " "
                        + tax.at("/amount/amount").asString())
                .containsExactly("7 100.00 7.00", "1.255 100.00 1.26");
        var told = events.await(
                "billing.credit-note.issued.v1", first.path("creditNoteNumber").asString());
        assertThat(told.data().at("/amount/amount").asString()).isEqualTo("108.26");
        assertThat(told.data().at("/lines/0/amount/amount").asString()).isEqualTo("100.00");
        assertThat(json(api.get(debtor.payer(), first.path("href").asString()))).isEqualTo(first);
        assertThat(credited(debtor, "1", "100.00").at("/taxAmount/amount").asString())
                .as("0.01 was rounded up before")
                .isEqualTo("8.25");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("1959.44");
        for (var line : lines(debtor, 0)) {
            var number = line.path("lineId").asString();
            var net = new BigDecimal(line.at("/netAmount/amount").asString());
            credited(
                    debtor,
                    number,
                    (number.equals("1") ? net.subtract(new BigDecimal("200.00")) : net).toPlainString());
        }
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("settled");
        assertThat(json(credit(debtor, "1", "0.01").expectStatus().isEqualTo(422))
                        .at("/maxCreditable/amount")
                        .asString())
                .isEqualTo("0.00");
    }

    @Test
    void a_credit_note_is_a_document_for_its_own_customer() {
        var debtor = money.taxedDebtor();
        var path = credited(debtor, "1", "100.00").path("href").asString() + "/document";
        assertThat(text(debtor.payer(), path)).contains("Credit note", "$108.26", debtor.invoice(), "Billed wrongly");
        assertThat(text(debtor.payer(), path + "?format=ubl")).contains("<CreditNote", ">108.26<", debtor.invoice());
        assertThat(text(debtor.coordinator(), path + "?format=pdf")).startsWith("%PDF-");
        api.get(debtor.payer(), path + "?format=csv").expectStatus().isBadRequest();
        api.get(platform.tenant().viewer(), path).expectStatus().isNotFound();
        api.get(debtor.payer().onlyAccounts(platform.account(debtor.tenant())), path)
                .expectStatus()
                .isNotFound();
        api.get(Tokens.customer(debtor.tenant().enterprise(), "ORDER_VIEW"), path)
                .expectStatus()
                .isForbidden();
    }

    private String text(Tokens.Draft reader, String path) {
        return Objects.requireNonNull(api.get(reader, path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void a_lump_sum_takes_back_the_taxes_of_the_lines_it_is_spread_over() {
        var debtor = money.taxedDebtor();
        var note = json(lumpSum(debtor, "201.00").expectStatus().isCreated());
        assertThat(note.path("lines"))
                .extracting((JsonNode line) -> line.at("/amount/amount").asString())
                .as("of 1,000.01, 1,000.01 and 10.00")
                .containsExactlyInAnyOrder("100.00", "100.00", "1.00");
        assertThat(note.at("/netAmount/amount").asString()).isEqualTo("201.00");
        assertThat(note.at("/taxAmount/amount").asString()).as("14.07 and 2.52").isEqualTo("16.59");
        assertThat(note.at("/amount/amount").asString()).isEqualTo("217.59");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("1958.36");
        var july = lineOf(debtor, "2026-07-01");
        assertThat(json(credit(debtor, july, "900.02").expectStatus().isEqualTo(422))
                        .at("/maxCreditable/amount")
                        .asString())
                .isEqualTo("900.01");
        assertThat(json(lumpSum(debtor, "1809.03").expectStatus().isEqualTo(422))
                        .at("/maxCreditable/amount")
                        .asString())
                .isEqualTo("1809.02");
        lumpSum(debtor, "1809.02").expectStatus().isCreated();
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("settled");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
        assertThat(givenBackAfterDisconnect(debtor)).containsExactly("0.00");
    }

    @Test
    void a_credit_to_the_account_corrects_no_supply_and_has_no_tax() {
        var debtor = money.taxedDebtor();
        var note = json(api.post(
                        debtor.coordinator(),
                        "/api/v1/credit-notes",
                        Map.of(
                                "accountId",
                                debtor.account(),
                                "reason",
                                "GOODWILL",
                                "amount",
                                dollars("50.00"),
                                "description",
                                "Sorry"),
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated());
        assertThat(note.path("taxLines").isEmpty()).isTrue();
        assertThat(note.at("/netAmount/amount").asString()).isEqualTo("50.00");
        assertThat(note.at("/amount/amount").asString()).isEqualTo("50.00");
    }

    @Test
    void a_withdrawal_takes_back_everything_with_its_taxes() {
        var debtor = money.taxedDebtor();
        var note = json(api.post(
                        debtor.coordinator(),
                        "/api/v1/invoices/" + debtor.invoice() + "/withdrawal",
                        Map.of("reason", "Wrong account"),
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated());
        assertThat(note.at("/netAmount/amount").asString()).isEqualTo("2010.02");
        assertThat(note.at("/taxAmount/amount").asString()).isEqualTo("165.93");
        assertThat(note.at("/amount/amount").asString()).isEqualTo("2175.95");
        assertThat(note.path("taxLines"))
                .extracting((JsonNode tax) -> tax.at("/amount/amount").asString())
                .containsExactly("140.70", "25.23");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
        assertThat(givenBackAfterDisconnect(debtor)).containsExactly("0.00");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void a_disconnect_gives_back_what_credits_have_left_of_a_line() {
        var debtor = money.taxedDebtor();
        var july = lineOf(debtor, "2026-07-01");
        credited(debtor, july, "800.00");
        credited(debtor, july, "100.00");
        assertThat(givenBackAfterDisconnect(debtor)).containsExactly("-100.01");
    }

    @Test
    void after_a_disconnect_credits_and_disputes_get_what_it_has_left_of_a_line() {
        var debtor = money.taxedDebtor();
        var july = lineOf(debtor, "2026-07-01");
        assertThat(givenBackAfterDisconnect(debtor)).containsExactly("-387.10");
        var refused = json(credit(debtor, july, "612.92").expectStatus().isEqualTo(422));
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/lines/0/amount");
        assertThat(refused.at("/maxCreditable/amount").asString()).isEqualTo("612.91");
        var disputed =
                json(requests.dispute(debtor, july, "612.92").expectStatus().isEqualTo(422));
        assertThat(disputed.at("/errors/0/pointer").asString()).isEqualTo("/lines/0/amountDisputed");
        assertThat(disputed.at("/maxDisputable/amount").asString()).isEqualTo("612.91");
        var whole = json(lumpSum(debtor, "1622.93").expectStatus().isEqualTo(422));
        assertThat(whole.at("/errors/0/pointer").asString()).isEqualTo("/amount");
        assertThat(whole.at("/maxCreditable/amount").asString())
                .as("of 2,010.02, 387.10 are given back already")
                .isEqualTo("1622.92");
        var withdrawal = api.post(
                debtor.coordinator(),
                "/api/v1/invoices/" + debtor.invoice() + "/withdrawal",
                Map.of("reason", "Wrong account"),
                UUID.randomUUID().toString());
        assertThat(json(withdrawal.expectStatus().isEqualTo(409)).path("code").asString())
                .isEqualTo("invoice-not-withdrawable");
        requests.dispute(debtor, july, "612.91").expectStatus().isCreated();
        credited(debtor, july, "612.91");
        assertThat(json(credit(debtor, july, "0.01").expectStatus().isEqualTo(422))
                        .at("/maxCreditable/amount")
                        .asString())
                .isEqualTo("0.00");
    }
}
