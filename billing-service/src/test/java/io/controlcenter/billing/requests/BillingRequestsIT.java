package io.controlcenter.billing.requests;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.text;
import static io.controlcenter.billing.MoneyPlatform.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.billing.MoneyPlatform.Debtor;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.FakeClamd;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Questions and disputes over HTTP, from the form to the decision. */
@BillingServiceTest
class BillingRequestsIT {

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

    private static Map<String, Object> body(Debtor debtor, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "accountId", debtor.account(),
                "type", "INQUIRY",
                "subtype", "GENERAL",
                "description", "What is this charge?",
                "contact", Map.of("name", "Ada Buyer", "email", "ada@acme.example")));
        body.putAll(more);
        return body;
    }

    private RestTestClient.ResponseSpec create(Tokens.Draft by, Debtor debtor, Map<String, ?> more) {
        return api.post(
                by,
                "/api/v1/billing-requests",
                body(debtor, more),
                UUID.randomUUID().toString());
    }

    private RestTestClient.ResponseSpec dispute(Debtor debtor, String line, String amount) {
        return create(
                debtor.payer(),
                debtor,
                Map.of(
                        "type",
                        "DISPUTE",
                        "subtype",
                        "INCORRECT_CHARGE",
                        "invoiceNumber",
                        debtor.invoice(),
                        "lines",
                        List.of(Map.of("lineId", line, "amountDisputed", dollars(amount)))));
    }

    private JsonNode act(Tokens.Draft by, JsonNode request, String action, Map<String, ?> body) {
        return json(api.post(by, request.path("href").asString() + "/" + action, body)
                .expectStatus()
                .isOk());
    }

    private RestTestClient.ResponseSpec refused(Tokens.Draft by, JsonNode request, String action, Map<String, ?> body) {
        return api.post(by, request.path("href").asString() + "/" + action, body);
    }

    private JsonNode read(Debtor debtor, JsonNode request) {
        return json(api.get(debtor.payer(), request.path("href").asString())
                .expectStatus()
                .isOk());
    }

    private static List<String> pointers(JsonNode problem) {
        return problem.path("errors").values().stream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    /** A coordinator of this id, known by event. */
    private String coordinator() {
        var id = UUID.randomUUID().toString();
        events.send("identity.user.v1", "identity.user.activated.v1", id, null, 2, """
                {"userId":"%s","username":"bea","email":"bea@provider.example","firstName":"Bea","lastName":"Biller",
                 "phone":"+1 303 555 0100","timeZone":null,"status":"ACTIVE","providerRoles":["BILLING_COORDINATOR"]}""".formatted(id));
        return id;
    }

    private JsonNode researching(JsonNode request) {
        act(COORDINATOR, request, "acknowledge", Map.of());
        var id = coordinator();
        Awaitility.await("coordinator")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refused(COORDINATOR, request, "assign?dryRun=true", Map.of("userId", id))
                                .returnResult(String.class)
                                .getStatus()
                                .value()
                        == 200);
        act(COORDINATOR, request, "assign", Map.of("userId", id));
        return act(COORDINATOR, request, "research", Map.of());
    }

    @Test
    void a_question_is_taken_in_acknowledged_worked_on_answered_and_closed() {
        var debtor = money.debtor();
        var request = json(create(debtor.payer(), debtor, Map.of("customerReference", "PO-7"))
                .expectStatus()
                .isCreated());
        assertThat(request.path("requestNumber").asString()).matches("BRQ-\\d{8}");
        assertThat(request.path("state").asString()).isEqualTo("received");
        assertThat(request.path("displayStatus").asString()).isEqualTo("Open");
        // noon of Wednesday: 7 h left that day, then 12 h a day
        assertThat(request.path("ackDueAt").asString()).isEqualTo("2026-07-07T17:00:00Z");
        assertThat(request.path("ackTargetAt").asString()).isEqualTo("2026-07-03T17:00:00Z");
        assertThat(request.at("/clock/state").asString()).isEqualTo("RUNNING");
        assertThat(request.at("/clock/remaining").asString()).isEqualTo("PT48H");
        assertThat(request.at("/clock/calendar/segment").asString()).isEqualTo("ENTERPRISE");
        var number = request.path("requestNumber").asString();
        events.await("billing.request.received.v1", number);
        var active = researching(request);
        assertThat(active.path("displayStatus").asString()).isEqualTo("Active");
        assertThat(active.at("/coordinator/name").asString()).isEqualTo("Bea Biller");
        assertThat(active.at("/clock/state").asString()).isEqualTo("MET");
        events.await("billing.request.acknowledged.v1", number);
        var answered =
                act(COORDINATOR, request, "resolve", Map.of("outcome", "ANSWERED", "text", "It is the installation."));
        assertThat(answered.path("state").asString()).isEqualTo("resolved");
        assertThat(answered.path("closesAt").asString()).isEqualTo("2026-07-08T17:00:00Z");
        var closed = act(debtor.payer(), request, "acceptance", Map.of());
        assertThat(closed.path("displayStatus").asString()).isEqualTo("Closed");
        assertThat(closed.path("closing").asString()).isEqualTo("ACCEPTED");
        var last = events.await(
                event -> event.key().equals(number)
                        && event.data().path("state").asString().equals("closed"),
                "closed");
        assertThat(last.data().path("from").asString()).isEqualTo("resolved");
        assertThat(last.data().at("/coordinator/email").asString()).isEqualTo("bea@provider.example");
        var history = BillingPlatform.items(
                api.get(debtor.payer(), request.path("href").asString() + "/history"));
        assertThat(history)
                .extracting(entry -> entry.path("kind").asString())
                .containsExactly("STATE", "STATE", "COORDINATOR", "STATE", "DECISION", "STATE");
        refused(debtor.payer(), request, "acceptance", Map.of()).expectStatus().isEqualTo(409);
        refused(debtor.payer(), request, "notes", Map.of("text", "One more thing"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void what_is_disputed_is_withheld_and_the_rest_stays_due() {
        var debtor = money.debtor();
        var request = json(dispute(debtor, "1", "200.00").expectStatus().isCreated());
        assertThat(request.at("/dispute/withheld/amount").asString()).isEqualTo("200.00");
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
        var request = json(dispute(debtor, "1", "200.00").expectStatus().isCreated());
        researching(request);
        var resolved = act(COORDINATOR, request, "resolve", Map.of("outcome", "UPHELD", "text", "You are right."));
        var note = resolved.at("/dispute/lines/0/creditNoteNumber").asString();
        assertThat(note).matches("CN-2026-\\d{6}");
        assertThat(resolved.at("/dispute/lines/0/state").asString()).isEqualTo("credit");
        assertThat(resolved.at("/resolution/creditAmount/amount").asString()).isEqualTo("200.00");
        var credit = json(api.get(debtor.payer(), "/api/v1/credit-notes/" + note));
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
        assertThat(read(debtor, request).at("/dispute/lines/0/state").asString())
                .isEqualTo("settled");
    }

    @Test
    void the_taxes_of_a_line_are_withheld_and_given_back_with_it() {
        var debtor = money.taxedDebtor();
        var request = json(dispute(debtor, "1", "1000.01").expectStatus().isCreated());
        assertThat(request.at("/dispute/withheld/amount").asString()).isEqualTo("1000.01");
        assertThat(money.balance(debtor).at("/disputedBalance/amount").asString())
                .isEqualTo("1082.56");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("1093.39");
        researching(request);
        var resolved = act(COORDINATOR, request, "resolve", Map.of("outcome", "UPHELD", "text", "You are right."));
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
        var request = json(dispute(debtor, "1", "200.00").expectStatus().isCreated());
        researching(request);
        for (var credits : List.of("0", "200.00", "200.01")) {
            var wrong = Map.of(
                    "outcome",
                    "PARTLY_UPHELD",
                    "text",
                    "So so.",
                    "credits",
                    List.of(Map.of("lineId", "1", "creditAmount", credits)));
            refused(COORDINATOR, request, "resolve", wrong).expectStatus().isEqualTo(422);
        }
        refused(COORDINATOR, request, "resolve", Map.of("outcome", "ANSWERED", "text", "x"))
                .expectStatus()
                .isEqualTo(422);
        var decision = Map.of(
                "outcome",
                "PARTLY_UPHELD",
                "text",
                "Half of it.",
                "credits",
                List.of(Map.of("lineId", "1", "creditAmount", "75.00")));
        var resolved = act(COORDINATOR, request, "resolve", decision);
        assertThat(resolved.at("/dispute/credited/amount").asString()).isEqualTo("75.00");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("1975.00");
    }

    @Test
    void a_denied_dispute_is_due_again_until_it_is_objected_to_once() {
        var debtor = money.debtor();
        var request = json(dispute(debtor, "1", "200.00").expectStatus().isCreated());
        researching(request);
        var denied =
                act(COORDINATOR, request, "resolve", Map.of("outcome", "DENIED", "text", "As agreed in the order."));
        assertThat(denied.at("/dispute/lines/0/state").asString()).isEqualTo("paymentDue");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("2050.00");
        var again = act(debtor.payer(), request, "objection", Map.of("newFacts", "Here is the signed price."));
        assertThat(again.path("state").asString()).isEqualTo("researching");
        assertThat(again.path("objected").asBoolean()).isTrue();
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("1850.00");
        act(COORDINATOR, request, "resolve", Map.of("outcome", "DENIED", "text", "Still as agreed."));
        var once = refused(debtor.payer(), request, "objection", Map.of("newFacts", "But!"))
                .expectStatus()
                .isEqualTo(409);
        assertThat(text(once, "code")).isEqualTo("objected-already");
    }

    @Test
    void a_line_is_disputed_once_and_for_no_more_than_it_is() {
        var debtor = money.debtor();
        var much = json(dispute(debtor, "1", "9999.00").expectStatus().isEqualTo(422));
        assertThat(pointers(much)).containsExactly("/lines/0/amountDisputed");
        var most = much.at("/maxDisputable/amount").asString();
        for (var amount : List.of("0", "-5.00")) {
            assertThat(pointers(json(dispute(debtor, "1", amount).expectStatus().isEqualTo(422))))
                    .containsExactly("/lines/0/amountDisputed/amount");
        }
        var first = json(dispute(debtor, "1", most).expectStatus().isCreated());
        var second = json(dispute(debtor, "1", "0.01").expectStatus().isEqualTo(409));
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
        dispute(debtor, "2", "1.00").expectStatus().isCreated();
        money.moveTo(Instant.parse("2026-09-30T12:00:00Z"));
        var late = json(dispute(debtor, "1", "1.00").expectStatus().isEqualTo(409));
        assertThat(late.path("code").asString()).isEqualTo("dispute-window-closed");
        assertThat(late.path("lastDay").asString()).isEqualTo("2026-09-29");
        api.as(debtor.coordinator())
                .put()
                .uri("/api/v1/billing-accounts/" + debtor.account() + "/collection-terms")
                .body(Map.of("disputeWindowDays", 120))
                .exchange()
                .expectStatus()
                .isOk();
        dispute(debtor, "1", "1.00").expectStatus().isCreated();
    }

    @Test
    void everything_wrong_with_a_request_comes_back_at_once() {
        var debtor = money.debtor();
        assertThat(pointers(json(create(debtor.payer(), debtor, Map.of("type", "COMPLAINT"))
                        .expectStatus()
                        .isEqualTo(422))))
                .containsExactly("/type");
        assertThat(pointers(json(create(debtor.payer(), debtor, Map.of("subtype", "COLOUR"))
                        .expectStatus()
                        .isEqualTo(422))))
                .containsExactly("/subtype");
        var nothing = Map.of("type", "DISPUTE", "subtype", "DISCONNECTED");
        assertThat(pointers(json(
                        create(debtor.payer(), debtor, nothing).expectStatus().isEqualTo(422))))
                .containsExactly("/details/disconnectDate", "/invoiceNumber", "/lines");
        var odd = Map.of(
                "type", "PAYMENT",
                "subtype", "NOT_POSTED",
                "invoiceNumber", "INV-1999-000001",
                "details", Map.of("paidOn", "yesterday", "amount", "much", "method", "SHELLS", "colour", "red"),
                "lines", List.of(Map.of("lineId", "1", "amountDisputed", dollars("1.00"))));
        assertThat(pointers(
                        json(create(debtor.payer(), debtor, odd).expectStatus().isEqualTo(422))))
                .containsExactly(
                        "/details/paidOn",
                        "/details/amount",
                        "/details/method",
                        "/details/colour",
                        "/invoiceNumber",
                        "/lines");
        var posing = Map.of("channel", "EMAIL", "receivedAt", "2026-06-30T12:00:00Z");
        assertThat(pointers(json(
                        create(debtor.payer(), debtor, posing).expectStatus().isEqualTo(422))))
                .containsExactly("/channel", "/receivedAt");
        assertThat(pointers(json(dispute(debtor, "99", "1.00").expectStatus().isEqualTo(422))))
                .containsExactly("/lines/0/lineId");
        api.post(debtor.payer(), "/api/v1/billing-requests", body(debtor, Map.of()))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void an_email_counts_from_when_it_came_by_the_reading_that_is_agreed_on() {
        var debtor = money.debtor();
        var mail = Map.of("channel", "EMAIL", "receivedAt", "2026-06-30T23:00:00Z");
        var literal =
                json(create(debtor.coordinator(), debtor, mail).expectStatus().isCreated());
        assertThat(literal.path("ackDueAt").asString()).isEqualTo("2026-07-06T23:00:00Z");
        var operations = OPERATIONS.on(debtor.tenant().enterprise());
        api.as(operations)
                .put()
                .uri("/api/v1/acknowledge-policy")
                .body(Map.of("reading", "BUSINESS_DAYS"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(text(api.get(operations, "/api/v1/acknowledge-policy"), "reading"))
                .isEqualTo("BUSINESS_DAYS");
        var days =
                json(create(debtor.coordinator(), debtor, mail).expectStatus().isCreated());
        assertThat(days.path("ackDueAt").asString()).isEqualTo("2026-07-02T23:00:00Z");
        assertThat(days.at("/clock/reading").asString()).isEqualTo("BUSINESS_DAYS");
        var future = Map.of("channel", "EMAIL", "receivedAt", "2026-07-02T12:00:00Z");
        create(debtor.coordinator(), debtor, future).expectStatus().isEqualTo(422);
    }

    @Test
    void a_clock_that_runs_out_warns_twice_and_then_says_so() {
        var debtor = money.debtor();
        var number =
                text(create(debtor.payer(), debtor, Map.of()).expectStatus().isCreated(), "requestNumber");
        money.moveTo(Instant.parse("2026-07-01T23:30:00Z"));
        var paused = json(api.get(debtor.payer(), "/api/v1/billing-requests/" + number));
        assertThat(paused.at("/clock/state").asString()).isEqualTo("RUNNING");
        money.moveTo(Instant.parse("2026-07-02T01:00:00Z"));
        paused = json(api.get(debtor.payer(), "/api/v1/billing-requests/" + number));
        assertThat(paused.at("/clock/pausedBecause").asString()).isEqualTo("OUTSIDE_SUPPORT_HOURS");
        assertThat(paused.at("/clock/remaining").asString()).isEqualTo("PT41H");
        money.moveTo(Instant.parse("2026-07-06T17:00:00Z"));
        events.await("billing.request.sla-at-risk.v1", number);
        money.moveTo(Instant.parse("2026-07-07T17:00:00Z"));
        var breached = events.await("billing.request.sla-breached.v1", number);
        assertThat(breached.data().path("ackDueAt").asString()).isEqualTo("2026-07-07T17:00:00Z");
        assertThat(events.of(number).stream().filter(event -> event.type().endsWith("sla-at-risk.v1")))
                .hasSize(2);
        assertThat(json(api.get(debtor.payer(), "/api/v1/billing-requests/" + number))
                        .at("/clock/state")
                        .asString())
                .isEqualTo("BREACHED");
    }

    @Test
    void silence_after_a_question_closes_it_and_takes_the_dispute_back() {
        var debtor = money.debtor();
        var request = json(dispute(debtor, "1", "200.00").expectStatus().isCreated());
        researching(request);
        var pended = act(COORDINATOR, request, "pend", Map.of("question", "Which price was agreed?"));
        assertThat(pended.path("closesAt").asString()).isEqualTo("2026-07-15T17:00:00Z");
        assertThat(pended.at("/dispute/pausedBecause").asString()).isEqualTo("WAITING_FOR_CUSTOMER");
        money.moveTo(Instant.parse("2026-07-15T16:59:59Z"));
        assertThat(read(debtor, request).path("state").asString()).isEqualTo("pendingCustomer");
        money.moveTo(Instant.parse("2026-07-15T17:00:00Z"));
        var closed = read(debtor, request);
        assertThat(closed.path("closing").asString()).isEqualTo("NO_RESPONSE");
        assertThat(closed.at("/dispute/lines/0/state").asString()).isEqualTo("withdrawn");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("2050.00");
    }

    @Test
    void an_answer_lets_the_work_go_on_and_silence_after_a_decision_closes() {
        var debtor = money.debtor();
        var request =
                json(create(debtor.payer(), debtor, Map.of()).expectStatus().isCreated());
        researching(request);
        act(COORDINATOR, request, "pend", Map.of("question", "Which charge?"));
        api.post(debtor.payer(), request.path("href").asString() + "/notes", Map.of("text", "The second one."))
                .expectStatus()
                .isCreated();
        assertThat(read(debtor, request).path("state").asString()).isEqualTo("researching");
        act(COORDINATOR, request, "resolve", Map.of("outcome", "ANSWERED", "text", "The month of July."));
        money.moveTo(Instant.parse("2026-07-08T17:00:00Z"));
        assertThat(read(debtor, request).path("closing").asString()).isEqualTo("SILENCE");
        money.moveTo(Instant.parse("2028-01-09T17:00:00Z"));
        api.get(debtor.payer(), request.path("href").asString()).expectStatus().isNotFound();
        assertThat(BillingPlatform.items(api.get(debtor.payer(), "/api/v1/billing-requests")))
                .isEmpty();
        api.get(COORDINATOR, request.path("href").asString()).expectStatus().isOk();
    }

    private RestTestClient.ResponseSpec patch(Tokens.Draft by, JsonNode request, String body) {
        return api.as(by)
                .patch()
                .uri(request.path("href").asString())
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .body(body)
                .exchange();
    }

    @Test
    void another_contact_is_answered_from_then_on_while_it_is_open() {
        var debtor = money.debtor();
        var request = json(create(debtor.payer(), debtor, Map.of("customerReference", "PO-7"))
                .expectStatus()
                .isCreated());
        var changed = json(patch(debtor.payer(), request, """
                {"contact":{"name":"Bo Buyer","email":"bo@acme.example"}}""")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\""));
        assertThat(changed.at("/contact/email").asString()).isEqualTo("bo@acme.example");
        assertThat(changed.path("customerReference").asString()).isEqualTo("PO-7");
        patch(debtor.payer(), request, "{}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        assertThat(json(patch(debtor.coordinator(), request, "{\"customerReference\":null}"))
                        .has("customerReference"))
                .isFalse();
        assertThat(pointers(json(patch(debtor.payer(), request, """
                {"contact":null,"state":"closed","customerReference":"%s"}""".formatted("x".repeat(65)))
                        .expectStatus()
                        .isEqualTo(422))))
                .containsExactlyInAnyOrder("/contact", "/state", "/customerReference");
        patch(debtor.tenant().viewer(), request, "{}").expectStatus().isForbidden();
        act(COORDINATOR, request, "acknowledge", Map.of());
        var told = events.await(
                "billing.request.acknowledged.v1", request.path("requestNumber").asString());
        assertThat(told.data().at("/contact/email").asString()).isEqualTo("bo@acme.example");
        act(debtor.payer(), request, "close-request", Map.of("reason", "Found it"));
        act(COORDINATOR, request, "close", Map.of());
        patch(debtor.payer(), request, "{\"customerReference\":\"PO-8\"}")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void a_customer_asks_to_close_and_a_coordinator_confirms() {
        var debtor = money.debtor();
        var request = json(dispute(debtor, "1", "200.00").expectStatus().isCreated());
        refused(COORDINATOR, request, "close", Map.of()).expectStatus().isEqualTo(409);
        var asked = act(debtor.payer(), request, "close-request", Map.of("reason", "We found the order."));
        assertThat(asked.path("state").asString()).isEqualTo("closeRequested");
        var closed = act(COORDINATOR, request, "close", Map.of());
        assertThat(closed.path("closing").asString()).isEqualTo("ASKED_FOR");
        assertThat(closed.at("/dispute/lines/0/state").asString()).isEqualTo("withdrawn");
        assertThat(money.balance(debtor).at("/dueNow/amount").asString()).isEqualTo("2050.00");
    }

    @Test
    void internal_notes_stay_inside_and_every_other_one_is_told() {
        var debtor = money.debtor();
        var request =
                json(create(debtor.payer(), debtor, Map.of()).expectStatus().isCreated());
        var notes = request.path("href").asString() + "/notes";
        api.post(COORDINATOR.on(debtor.tenant().enterprise()), notes, Map.of("text", "Looks odd", "internal", true))
                .expectStatus()
                .isCreated();
        api.post(debtor.payer(), notes, Map.of("text", "Any news?"))
                .expectStatus()
                .isCreated();
        api.post(debtor.payer(), notes, Map.of("text", "x", "internal", true))
                .expectStatus()
                .isEqualTo(422);
        var seen = BillingPlatform.items(
                api.get(debtor.payer(), request.path("href").asString() + "/history?kind=NOTE"));
        assertThat(seen).extracting(entry -> entry.path("text").asString()).containsExactly("Any news?");
        var told = events.await(
                "billing.request.note-added.v1", request.path("requestNumber").asString());
        assertThat(told.data().path("text").asString()).isEqualTo("Any news?");
    }

    private RestTestClient.ResponseSpec attach(Debtor debtor, JsonNode request, String name, byte[] content) {
        return api.attach(debtor.payer(), request.path("href").asString() + "/attachments", name, content);
    }

    @Test
    void evidence_is_kept_as_it_came_and_never_shown_by_the_browser() {
        var debtor = money.debtor();
        var request =
                json(create(debtor.payer(), debtor, Map.of()).expectStatus().isCreated());
        var pdf = "%PDF-1.7 agreed price".getBytes(StandardCharsets.UTF_8);
        var added =
                json(attach(debtor, request, "price.pdf", pdf).expectStatus().isCreated());
        assertThat(added.path("mediaType").asString()).isEqualTo("application/pdf");
        api.get(debtor.payer(), added.path("href").asString())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment.*")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody(byte[].class)
                .isEqualTo(pdf);
        attach(debtor, request, "price.pdf", "<script>".getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isEqualTo(422);
        attach(debtor, request, "price.exe", pdf).expectStatus().isEqualTo(422);
        attach(debtor, request, "../price.pdf", pdf).expectStatus().isBadRequest();
        var large = new byte[5 * 1024 * 1024 + 1];
        System.arraycopy(pdf, 0, large, 0, pdf.length);
        assertThat(text(
                        attach(debtor, request, "large.pdf", large)
                                .expectStatus()
                                .isEqualTo(413),
                        "code"))
                .isEqualTo("attachment-too-large");
        var harmful = json(attach(debtor, request, "bill.txt", FakeClamd.HARMFUL.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isCreated());
        assertThat(harmful.path("scan").asString()).isEqualTo("QUARANTINED");
        api.get(debtor.payer(), harmful.path("href").asString()).expectStatus().isEqualTo(409);
        for (int i = 2; i < 10; i++) {
            attach(debtor, request, "note" + i + ".txt", new byte[] {'a'})
                    .expectStatus()
                    .isCreated();
        }
        assertThat(text(
                        attach(debtor, request, "note10.txt", new byte[] {'a'})
                                .expectStatus()
                                .isEqualTo(422),
                        "code"))
                .isEqualTo("tooManyRecords");
        var stranger = money.debtor();
        api.get(stranger.payer(), added.path("href").asString()).expectStatus().isNotFound();
    }

    @Test
    void each_type_says_what_to_ask_and_where_help_is() {
        var debtor = money.debtor();
        var types = json(api.get(debtor.payer(), "/api/v1/billing-request-types")
                .expectStatus()
                .isOk());
        assertThat(types.path("items").values().stream()
                        .map(type -> type.path("type").asString()))
                .containsExactly("INQUIRY", "DISPUTE", "BALANCE", "PAYMENT");
        assertThat(types.path("helpLink").asString()).isNotBlank();
        var dispute = types.at("/items/1/subtypes/2/schema");
        assertThat(dispute.at("/properties/details/properties/disconnectDate/format")
                        .asString())
                .isEqualTo("date");
        assertThat(dispute.path("required").toString()).contains("invoiceNumber", "lines", "details");
    }

    @Test
    void nobody_sees_or_touches_another_enterprises_requests() {
        var debtor = money.debtor();
        var stranger = money.debtor();
        var request = json(dispute(debtor, "1", "200.00").expectStatus().isCreated());
        var path = request.path("href").asString();
        for (var suffix : List.of("", "/history")) {
            api.get(stranger.payer(), path + suffix).expectStatus().isNotFound();
            api.get(debtor.payer().onlyAccounts("A-0"), path + suffix)
                    .expectStatus()
                    .isNotFound();
        }
        refused(stranger.payer(), request, "notes", Map.of("text", "x"))
                .expectStatus()
                .isNotFound();
        refused(stranger.payer(), request, "close-request", Map.of("reason", "x"))
                .expectStatus()
                .isNotFound();
        refused(stranger.coordinator(), request, "acknowledge", Map.of())
                .expectStatus()
                .isNotFound();
        attach(stranger, request, "a.txt", new byte[] {'a'}).expectStatus().isNotFound();
        assertThat(BillingPlatform.items(api.get(stranger.payer(), "/api/v1/billing-requests")))
                .isEmpty();
        assertThat(BillingPlatform.items(api.get(stranger.payer(), "/api/v1/dispute-lines")))
                .isEmpty();
        create(stranger.payer(), debtor, Map.of()).expectStatus().isEqualTo(422);
        create(debtor.payer().onlyAccounts("A-0"), debtor, Map.of())
                .expectStatus()
                .isForbidden();
        assertThat(BillingPlatform.items(
                        api.get(COORDINATOR, "/api/v1/billing-requests?invoiceNumber=" + debtor.invoice())))
                .hasSize(1);
    }

    @Test
    void a_dry_run_stores_nothing_and_the_same_key_opens_one() {
        var debtor = money.debtor();
        api.post(debtor.payer(), "/api/v1/billing-requests?dryRun=true", body(debtor, Map.of()))
                .expectStatus()
                .isOk();
        assertThat(BillingPlatform.items(api.get(debtor.payer(), "/api/v1/billing-requests")))
                .isEmpty();
        var key = UUID.randomUUID().toString();
        var one = text(
                api.post(debtor.payer(), "/api/v1/billing-requests", body(debtor, Map.of()), key), "requestNumber");
        assertThat(text(
                        api.post(debtor.payer(), "/api/v1/billing-requests", body(debtor, Map.of()), key),
                        "requestNumber"))
                .isEqualTo(one);
    }
}
