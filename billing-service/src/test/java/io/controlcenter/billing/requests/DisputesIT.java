package io.controlcenter.billing.requests;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.pointers;
import static io.controlcenter.billing.BillingPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.billing.RequestPlatform;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lines in dispute, from what is withheld to what is given back or due again. */
@BillingServiceTest
class DisputesIT {

    @Autowired
    private MoneyPlatform money;

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

    @Test
    void what_is_disputed_is_withheld_and_the_rest_stays_due() {
        var debtor = money.debtor();
        var request =
                json(requests.dispute(debtor, "1", "200.00").expectStatus().isCreated());
        assertThat(request.at("/dispute/withheld/amount").asString()).isEqualTo("200.00");
        assertThat(request.at("/dispute/undisputedDueNow/amount").asString()).isEqualTo("1850.00");
        assertThat(request.at("/dispute/lines/0/state").asString()).isEqualTo("disputeBeingInvestigated");
        assertThat(request.at("/dispute/lines/0/disputableUntil").asString()).isEqualTo("2026-09-29");
        var balance = money.balance(debtor);
        assertThat(balance.at("/balance/amount").asString()).isEqualTo("2050.00");
        assertThat(balance.at("/dueNow/amount").asString()).isEqualTo("1850.00");
        assertThat(balance.at("/disputedBalance/amount").asString()).isEqualTo("200.00");
        var opened = events.await(
                "billing.dispute.opened.v1", request.path("requestNumber").asString());
        assertThat(opened.data().at("/disputedAmount/amount").asString()).isEqualTo("200.00");
        money.cheque(debtor, "1850.00", "81").expectStatus().isCreated();
        assertThat(money.invoice(debtor).path("state").asString())
                .as("an invoice with a line in dispute stays open")
                .isEqualTo("partiallyPaid");
        money.moveTo(Instant.parse("2026-09-20T12:00:00Z"));
        assertThat(money.invoice(debtor).at("/standing/pastDue").asBoolean(true))
                .isFalse();
        assertThat(money.balance(debtor).has("creditHold")).isFalse();
        assertThat(events.of(debtor.invoice()).stream().map(Events.Seen::type))
                .doesNotContain("billing.invoice.past-due.v1");
    }

    @Test
    void an_upheld_dispute_is_given_back_by_a_credit_note() {
        var debtor = money.debtor();
        var request =
                json(requests.dispute(debtor, "1", "200.00").expectStatus().isCreated());
        requests.researching(request);
        var resolved =
                requests.act(COORDINATOR, request, "resolve", Map.of("outcome", "UPHELD", "text", "You are right."));
        var note = resolved.at("/dispute/lines/0/creditNoteNumber").asString();
        assertThat(note).matches("CN-2026-\\d{6}");
        assertThat(resolved.at("/dispute/lines/0/state").asString()).isEqualTo("credit");
        assertThat(resolved.at("/resolution/creditAmount/amount").asString()).isEqualTo("200.00");
        var credit = json(api.get(
                debtor.payer(), resolved.at("/dispute/lines/0/creditNoteHref").asString()));
        assertThat(credit.path("creditNoteNumber").asString()).isEqualTo(note);
        assertThat(credit.at("/source/reference").asString())
                .isEqualTo(request.path("requestNumber").asString());
        assertThat(credit.path("reason").asString()).isEqualTo("DISPUTE");
        var balance = money.balance(debtor);
        assertThat(balance.at("/balance/amount").asString()).isEqualTo("1850.00");
        assertThat(balance.at("/dueNow/amount").asString()).isEqualTo("1850.00");
        var told = events.await(
                "billing.dispute.resolved.v1", request.path("requestNumber").asString());
        assertThat(told.data().path("outcome").asString()).isEqualTo("UPHELD");
        assertThat(told.data().at("/creditAmount/amount").asString()).isEqualTo("200.00");
        money.cheque(debtor, "1850.00", "82").expectStatus().isCreated();
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("settled");
        assertThat(requests.read(debtor, request).at("/dispute/lines/0/state").asString())
                .isEqualTo("settled");
    }

    @Test
    void the_taxes_of_a_line_are_withheld_and_given_back_with_it() {
        var debtor = money.taxedDebtor();
        var request =
                json(requests.dispute(debtor, "1", "1000.01").expectStatus().isCreated());
        assertThat(request.at("/dispute/withheld/amount").asString()).isEqualTo("1000.01");
        assertThat(money.balance(debtor).at("/disputedBalance/amount").asString())
                .isEqualTo("1082.56");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("1093.39");
        requests.researching(request);
        var resolved =
                requests.act(COORDINATOR, request, "resolve", Map.of("outcome", "UPHELD", "text", "You are right."));
        assertThat(resolved.at("/dispute/credited/amount").asString()).isEqualTo("1000.01");
        var note = json(api.get(
                debtor.payer(),
                "/api/v1/credit-notes/"
                        + resolved.at("/dispute/lines/0/creditNoteNumber").asString()));
        assertThat(note.at("/netAmount/amount").asString()).isEqualTo("1000.01");
        assertThat(note.at("/taxAmount/amount").asString()).isEqualTo("82.55");
        assertThat(note.at("/amount/amount").asString()).isEqualTo("1082.56");
        assertThat(resolved.at("/dispute/disputedWithTaxes/amount").asString()).isEqualTo("1082.56");
        var told = events.await(
                        "billing.dispute.resolved.v1",
                        request.path("requestNumber").asString())
                .data();
        assertThat(List.of("disputedAmount", "disputedNetAmount", "creditAmount", "creditNetAmount"))
                .map(amount -> told.path(amount).path("amount").asString())
                .as("with taxes, as on invoice and credit note, and without")
                .containsExactly("1082.56", "1000.01", "1082.56", "1000.01");
        var balance = money.balance(debtor);
        assertThat(balance.at("/disputedBalance/amount").asString()).isEqualTo("0.00");
        assertThat(balance.at("/dueNow/amount").asString()).isEqualTo("1093.39");
        assertThat(balance.at("/balance/amount").asString()).isEqualTo("1093.39");
    }

    @Test
    void a_partly_upheld_dispute_says_line_by_line_what_is_given_back() {
        var debtor = money.debtor();
        var request =
                json(requests.dispute(debtor, "1", "200.00").expectStatus().isCreated());
        requests.researching(request);
        for (var credits : List.of("0", "200.00", "200.01")) {
            var wrong = Map.of(
                    "outcome",
                    "PARTLY_UPHELD",
                    "text",
                    "So so.",
                    "credits",
                    List.of(Map.of("lineId", "1", "creditAmount", credits)));
            requests.refused(COORDINATOR, request, "resolve", wrong)
                    .expectStatus()
                    .isEqualTo(422);
        }
        requests.refused(COORDINATOR, request, "resolve", Map.of("outcome", "ANSWERED", "text", "x"))
                .expectStatus()
                .isEqualTo(422);
        var decision = Map.of(
                "outcome",
                "PARTLY_UPHELD",
                "text",
                "Half of it.",
                "credits",
                List.of(Map.of("lineId", "1", "creditAmount", "75.00")));
        var resolved = requests.act(COORDINATOR, request, "resolve", decision);
        assertThat(resolved.at("/dispute/credited/amount").asString()).isEqualTo("75.00");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("1975.00");
    }

    @Test
    void a_denied_dispute_is_due_again_until_it_is_objected_to_once() {
        var debtor = money.debtor();
        var request =
                json(requests.dispute(debtor, "1", "200.00").expectStatus().isCreated());
        requests.researching(request);
        var denied = requests.act(
                COORDINATOR, request, "resolve", Map.of("outcome", "DENIED", "text", "As agreed in the order."));
        assertThat(denied.at("/dispute/lines/0/state").asString()).isEqualTo("paymentDue");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("2050.00");
        var again = requests.act(debtor.payer(), request, "objection", Map.of("newFacts", "Here is the signed price."));
        assertThat(again.path("state").asString()).isEqualTo("researching");
        assertThat(again.path("objected").asBoolean()).isTrue();
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("1850.00");
        requests.act(COORDINATOR, request, "resolve", Map.of("outcome", "DENIED", "text", "Still as agreed."));
        var once = requests.refused(debtor.payer(), request, "objection", Map.of("newFacts", "But!"))
                .expectStatus()
                .isEqualTo(409);
        assertThat(text(once, "code")).isEqualTo("objected-already");
        var anew = json(requests.dispute(debtor, "1", "100.01").expectStatus().isEqualTo(422));
        assertThat(anew.at("/maxDisputable/amount").asString())
                .as("the line is 300.00, of which 200.00 were decided to be right")
                .isEqualTo("100.00");
        requests.dispute(debtor, "1", "100.00").expectStatus().isCreated();
    }

    @Test
    void a_line_is_disputed_once_and_for_no_more_than_it_is() {
        var debtor = money.debtor();
        var much = json(requests.dispute(debtor, "1", "9999.00").expectStatus().isEqualTo(422));
        assertThat(pointers(much)).containsExactly("/lines/0/amountDisputed");
        var most = much.at("/maxDisputable/amount").asString();
        for (var amount : List.of("0", "-5.00")) {
            assertThat(pointers(json(
                            requests.dispute(debtor, "1", amount).expectStatus().isEqualTo(422))))
                    .containsExactly("/lines/0/amountDisputed/amount");
        }
        var first = json(requests.dispute(debtor, "1", most).expectStatus().isCreated());
        var second = json(requests.dispute(debtor, "1", "0.01").expectStatus().isEqualTo(409));
        assertThat(second.path("code").asString()).isEqualTo("line-in-dispute");
        assertThat(second.path("requestNumber").asString())
                .isEqualTo(first.path("requestNumber").asString());
        assertThat(BillingPlatform.items(
                        api.get(debtor.payer(), "/api/v1/dispute-lines?invoiceNumber=" + debtor.invoice())))
                .hasSize(1);
    }

    @Test
    void after_90_days_an_invoice_cannot_be_disputed_unless_its_account_has_longer() {
        var debtor = money.debtor();
        money.moveTo(Instant.parse("2026-09-29T23:00:00Z"));
        requests.dispute(debtor, "2", "1.00").expectStatus().isCreated();
        money.moveTo(Instant.parse("2026-09-30T12:00:00Z"));
        var late = json(requests.dispute(debtor, "1", "1.00").expectStatus().isEqualTo(409));
        assertThat(late.path("code").asString()).isEqualTo("dispute-window-closed");
        assertThat(late.path("lastDay").asString()).isEqualTo("2026-09-29");
        api.as(debtor.coordinator())
                .put()
                .uri("/api/v1/billing-accounts/" + debtor.account() + "/collection-terms")
                .body(Map.of("disputeWindowDays", 120))
                .exchange()
                .expectStatus()
                .isOk();
        requests.dispute(debtor, "1", "1.00").expectStatus().isCreated();
    }

    @Test
    void silence_after_a_question_closes_it_and_takes_the_dispute_back() {
        var debtor = money.debtor();
        var request =
                json(requests.dispute(debtor, "1", "200.00").expectStatus().isCreated());
        requests.researching(request);
        var pended = requests.act(COORDINATOR, request, "pend", Map.of("question", "Which price was agreed?"));
        assertThat(pended.path("closesAt").asString()).isEqualTo("2026-07-15T17:00:00Z");
        assertThat(pended.at("/dispute/pausedBecause").asString()).isEqualTo("WAITING_FOR_CUSTOMER");
        money.moveTo(Instant.parse("2026-07-15T16:59:59Z"));
        assertThat(requests.read(debtor, request).path("state").asString()).isEqualTo("pendingCustomer");
        money.moveTo(Instant.parse("2026-07-15T17:00:00Z"));
        var closed = requests.read(debtor, request);
        assertThat(closed.path("closing").asString()).isEqualTo("NO_RESPONSE");
        assertThat(closed.at("/dispute/lines/0/state").asString()).isEqualTo("withdrawn");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("2050.00");
        requests.dispute(debtor, "1", "300.00").expectStatus().isCreated();
    }

    @Test
    void a_customer_asks_to_close_and_a_coordinator_confirms() {
        var debtor = money.debtor();
        var request =
                json(requests.dispute(debtor, "1", "200.00").expectStatus().isCreated());
        requests.refused(COORDINATOR, request, "close", Map.of()).expectStatus().isEqualTo(409);
        var asked = requests.act(debtor.payer(), request, "close-request", Map.of("reason", "We found the order."));
        assertThat(asked.path("state").asString()).isEqualTo("closeRequested");
        var closed = requests.act(COORDINATOR, request, "close", Map.of());
        assertThat(closed.path("closing").asString()).isEqualTo("ASKED_FOR");
        assertThat(closed.at("/dispute/lines/0/state").asString()).isEqualTo("withdrawn");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("2050.00");
    }
}
