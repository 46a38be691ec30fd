package io.controlcenter.billing.requests;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.pointers;
import static io.controlcenter.billing.BillingPlatform.text;
import static io.controlcenter.billing.MoneyPlatform.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.billing.MoneyPlatform.Debtor;
import io.controlcenter.billing.RequestPlatform;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.FakeClamd;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Questions over HTTP, from the form to the answer. */
@BillingServiceTest
class BillingRequestsIT {

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
    void a_question_is_taken_in_acknowledged_worked_on_answered_and_closed() {
        var debtor = money.debtor();
        var request = json(requests.create(debtor.payer(), debtor, Map.of("customerReference", "PO-7"))
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
        var active = requests.researching(request);
        assertThat(active.path("displayStatus").asString()).isEqualTo("Active");
        assertThat(active.at("/coordinator/name").asString()).isEqualTo("Bea Biller");
        assertThat(active.at("/clock/state").asString()).isEqualTo("MET");
        events.await("billing.request.acknowledged.v1", number);
        var answered = requests.act(
                COORDINATOR, request, "resolve", Map.of("outcome", "ANSWERED", "text", "It is the installation."));
        assertThat(answered.path("state").asString()).isEqualTo("resolved");
        assertThat(answered.path("closesAt").asString()).isEqualTo("2026-07-08T17:00:00Z");
        var closed = requests.act(debtor.payer(), request, "acceptance", Map.of());
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
        requests.refused(debtor.payer(), request, "acceptance", Map.of())
                .expectStatus()
                .isEqualTo(409);
        requests.refused(debtor.payer(), request, "notes", Map.of("text", "One more thing"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void everything_wrong_with_a_request_comes_back_at_once() {
        var debtor = money.debtor();
        assertThat(pointers(json(requests.create(debtor.payer(), debtor, Map.of("type", "COMPLAINT"))
                        .expectStatus()
                        .isEqualTo(422))))
                .containsExactly("/type");
        assertThat(pointers(json(requests.create(debtor.payer(), debtor, Map.of("subtype", "COLOUR"))
                        .expectStatus()
                        .isEqualTo(422))))
                .containsExactly("/subtype");
        var nothing = Map.of("type", "DISPUTE", "subtype", "DISCONNECTED");
        assertThat(pointers(json(requests.create(debtor.payer(), debtor, nothing)
                        .expectStatus()
                        .isEqualTo(422))))
                .containsExactly("/details/disconnectDate", "/invoiceNumber", "/lines");
        var odd = Map.of(
                "type", "PAYMENT",
                "subtype", "NOT_POSTED",
                "invoiceNumber", "INV-1999-000001",
                "details", Map.of("paidOn", "yesterday", "amount", "much", "method", "SHELLS", "colour", "red"),
                "lines", List.of(Map.of("lineId", "1", "amountDisputed", dollars("1.00"))));
        assertThat(pointers(json(requests.create(debtor.payer(), debtor, odd)
                        .expectStatus()
                        .isEqualTo(422))))
                .containsExactly(
                        "/details/paidOn",
                        "/details/amount",
                        "/details/method",
                        "/details/colour",
                        "/invoiceNumber",
                        "/lines");
        var posing = Map.of("channel", "EMAIL", "receivedAt", "2026-06-30T12:00:00Z");
        assertThat(pointers(json(requests.create(debtor.payer(), debtor, posing)
                        .expectStatus()
                        .isEqualTo(422))))
                .containsExactly("/channel", "/receivedAt");
        assertThat(pointers(json(
                        requests.dispute(debtor, "99", "1.00").expectStatus().isEqualTo(422))))
                .containsExactly("/lines/0/lineId");
        api.post(debtor.payer(), "/api/v1/billing-requests", RequestPlatform.body(debtor, Map.of()))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void an_answer_lets_the_work_go_on_and_silence_after_a_decision_closes() {
        var debtor = money.debtor();
        var request = json(
                requests.create(debtor.payer(), debtor, Map.of()).expectStatus().isCreated());
        requests.researching(request);
        requests.act(COORDINATOR, request, "pend", Map.of("question", "Which charge?"));
        api.post(debtor.payer(), request.path("href").asString() + "/notes", Map.of("text", "The second one."))
                .expectStatus()
                .isCreated();
        assertThat(requests.read(debtor, request).path("state").asString()).isEqualTo("researching");
        requests.act(COORDINATOR, request, "resolve", Map.of("outcome", "ANSWERED", "text", "The month of July."));
        money.moveTo(Instant.parse("2026-07-08T17:00:00Z"));
        assertThat(requests.read(debtor, request).path("closing").asString()).isEqualTo("SILENCE");
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
        var request = json(requests.create(debtor.payer(), debtor, Map.of("customerReference", "PO-7"))
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
        requests.act(COORDINATOR, request, "acknowledge", Map.of());
        var told = events.await(
                "billing.request.acknowledged.v1", request.path("requestNumber").asString());
        assertThat(told.data().at("/contact/email").asString()).isEqualTo("bo@acme.example");
        requests.act(debtor.payer(), request, "close-request", Map.of("reason", "Found it"));
        requests.act(COORDINATOR, request, "close", Map.of());
        patch(debtor.payer(), request, "{\"customerReference\":\"PO-8\"}")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void internal_notes_stay_inside_and_every_other_one_is_told() {
        var debtor = money.debtor();
        var request = json(
                requests.create(debtor.payer(), debtor, Map.of()).expectStatus().isCreated());
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
        var request = json(
                requests.create(debtor.payer(), debtor, Map.of()).expectStatus().isCreated());
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
        var request =
                json(requests.dispute(debtor, "1", "200.00").expectStatus().isCreated());
        var path = request.path("href").asString();
        for (var suffix : List.of("", "/history")) {
            api.get(stranger.payer(), path + suffix).expectStatus().isNotFound();
            api.get(debtor.payer().onlyAccounts("A-0"), path + suffix)
                    .expectStatus()
                    .isNotFound();
        }
        requests.refused(stranger.payer(), request, "notes", Map.of("text", "x"))
                .expectStatus()
                .isNotFound();
        requests.refused(stranger.payer(), request, "close-request", Map.of("reason", "x"))
                .expectStatus()
                .isNotFound();
        requests.refused(stranger.coordinator(), request, "acknowledge", Map.of())
                .expectStatus()
                .isNotFound();
        attach(stranger, request, "a.txt", new byte[] {'a'}).expectStatus().isNotFound();
        attach(stranger, request, "a.exe", new byte[] {'a'}).expectStatus().isNotFound();
        assertThat(BillingPlatform.items(api.get(stranger.payer(), "/api/v1/billing-requests")))
                .isEmpty();
        assertThat(BillingPlatform.items(api.get(stranger.payer(), "/api/v1/dispute-lines")))
                .isEmpty();
        requests.create(stranger.payer(), debtor, Map.of()).expectStatus().isEqualTo(422);
        requests.create(debtor.payer().onlyAccounts("A-0"), debtor, Map.of())
                .expectStatus()
                .isForbidden();
        assertThat(BillingPlatform.items(
                        api.get(COORDINATOR, "/api/v1/billing-requests?invoiceNumber=" + debtor.invoice())))
                .hasSize(1);
    }

    @Test
    void a_dry_run_stores_nothing_and_the_same_key_opens_one() {
        var debtor = money.debtor();
        api.post(debtor.payer(), "/api/v1/billing-requests?dryRun=true", RequestPlatform.body(debtor, Map.of()))
                .expectStatus()
                .isOk();
        assertThat(BillingPlatform.items(api.get(debtor.payer(), "/api/v1/billing-requests")))
                .isEmpty();
        var key = UUID.randomUUID().toString();
        var one = text(
                api.post(debtor.payer(), "/api/v1/billing-requests", RequestPlatform.body(debtor, Map.of()), key),
                "requestNumber");
        assertThat(text(
                        api.post(
                                debtor.payer(),
                                "/api/v1/billing-requests",
                                RequestPlatform.body(debtor, Map.of()),
                                key),
                        "requestNumber"))
                .isEqualTo(one);
    }
}
