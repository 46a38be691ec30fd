package io.controlcenter.billing.receivables;

import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.text;
import static io.controlcenter.billing.MoneyPlatform.dollars;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What happens to money that is owed, over HTTP, events and time. */
@BillingServiceTest
class ReceivablesIT {

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

    private List<Integer> reminders(MoneyPlatform.Debtor debtor) {
        return events.of(debtor.invoice()).stream()
                .filter(event -> event.type().equals("billing.invoice.past-due.v1"))
                .map(event -> event.data().path("dunningStep").asInt())
                .toList();
    }

    @Test
    void an_unpaid_invoice_is_past_due_the_day_after_and_reminded_of_step_by_step() {
        var debtor = money.debtor();
        money.moveTo(Instant.parse("2026-08-01T04:59:59Z"));
        assertThat(money.balance(debtor).at("/pastDue/amount").asString()).isEqualTo("0.00");
        money.moveTo(Instant.parse("2026-08-01T05:00:00Z"));
        var first = events.await("billing.invoice.past-due.v1", debtor.invoice());
        assertThat(first.data().path("daysPastDue").asInt()).isEqualTo(1);
        assertThat(first.data().path("dunningStep").asInt()).isEqualTo(1);
        assertThat(first.data().at("/undisputedDue/amount").asString()).isEqualTo("2050.00");
        assertThat(money.balance(debtor).at("/aging/days1To30/amount").asString())
                .isEqualTo("2050.00");
        money.moveTo(Instant.parse("2026-08-14T12:00:00Z"));
        money.moveTo(Instant.parse("2026-08-15T12:00:00Z"));
        events.await(
                event -> event.key().equals(debtor.invoice())
                        && event.data().path("dunningStep").asInt() == 2,
                "second reminder");
        assertThat(reminders(debtor)).containsExactly(1, 2);
    }

    @Test
    void reminders_pause_and_are_not_made_up_for() {
        var debtor = money.debtor();
        var terms = "/api/v1/billing-accounts/" + debtor.account() + "/collection-terms";
        var alone = api.as(debtor.coordinator())
                .put()
                .uri(terms)
                .body(Map.of("dunningPausedUntil", "2026-08-20"))
                .exchange();
        assertThat(json(alone.expectStatus().isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/dunningPauseReason");
        api.as(debtor.coordinator())
                .put()
                .uri(terms)
                .body(Map.of("dunningPausedUntil", "2026-08-20", "dunningPauseReason", "Promise to pay"))
                .exchange()
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-08-20T12:00:00Z"));
        assertThat(money.invoice(debtor).at("/standing/pastDue").asBoolean(true))
                .isTrue();
        money.moveTo(Instant.parse("2026-08-21T12:00:00Z"));
        events.await("billing.invoice.past-due.v1", debtor.invoice());
        assertThat(reminders(debtor)).containsExactly(2);
    }

    @Test
    void after_a_month_a_late_charge_is_on_the_next_invoice() {
        var debtor = money.debtor();
        money.cheque(debtor, "50.00", "7").expectStatus().isCreated();
        money.moveTo(Instant.parse("2026-08-31T12:00:00Z"));
        money.moveTo(Instant.parse("2026-09-01T12:00:00Z"));
        var september = platform.invoices(debtor.tenant(), debtor.account()).getLast();
        var late = platform.lines(debtor.tenant(), september).stream()
                .filter(line -> line.path("description").asString().startsWith("Late payment charge"))
                .toList();
        assertThat(late).hasSize(1);
        assertThat(late.getFirst().at("/netAmount/amount").asString()).isEqualTo("30.00");
        assertThat(late.getFirst().path("description").asString()).contains("1.5 % of 2000.00 USD", debtor.invoice());
    }

    @Test
    void after_45_days_new_orders_wait_until_it_is_paid() {
        var debtor = money.debtor();
        money.moveTo(Instant.parse("2026-09-13T12:00:00Z"));
        assertThat(money.balance(debtor).has("creditHold")).isFalse();
        money.moveTo(Instant.parse("2026-09-14T12:00:00Z"));
        var set = events.await("billing.account.credit-hold-set.v1", debtor.account());
        assertThat(set.data().path("reason").asString()).isEqualTo("PAST_DUE");
        assertThat(money.balance(debtor).has("creditHold")).isTrue();
        money.cheque(debtor, "2050.00", "9").expectStatus().isCreated();
        var cleared = events.await("billing.account.credit-hold-cleared.v1", debtor.account());
        assertThat(cleared.version()).isGreaterThan(set.version());
        assertThat(money.balance(debtor).has("creditHold")).isFalse();
    }

    @Test
    void while_reminders_are_paused_no_hold_begins() {
        var debtor = money.debtor();
        api.as(debtor.coordinator())
                .put()
                .uri("/api/v1/billing-accounts/" + debtor.account() + "/collection-terms")
                .body(Map.of("dunningPausedUntil", "2026-09-20", "dunningPauseReason", "Promise to pay"))
                .exchange()
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-09-14T12:00:00Z"));
        money.moveTo(Instant.parse("2026-09-20T12:00:00Z"));
        assertThat(money.balance(debtor).has("creditHold")).isFalse();
        money.moveTo(Instant.parse("2026-09-21T12:00:00Z"));
        assertThat(money.balance(debtor).has("creditHold")).isTrue();
    }

    private List<String> lateLines(MoneyPlatform.Debtor debtor) {
        return platform.invoices(debtor.tenant(), debtor.account()).stream()
                .flatMap(invoice -> platform.lines(debtor.tenant(), invoice).stream())
                .filter(line -> line.path("description").asString().startsWith("Late payment charge")
                        && line.path("description").asString().contains(debtor.invoice()))
                .map(line -> line.path("type").asString() + " "
                        + line.at("/netAmount/amount").asString())
                .toList();
    }

    @Test
    void months_in_which_all_was_in_dispute_are_never_charged_for() {
        var debtor = money.debtor();
        var lines =
                platform
                        .lines(
                                debtor.tenant(),
                                platform.invoices(debtor.tenant(), debtor.account())
                                        .getFirst())
                        .stream()
                        .map(line -> Map.of(
                                "lineId", line.path("lineId").asString(), "amountDisputed", line.path("netAmount")))
                        .toList();
        var dispute = json(requests.create(
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
                                lines))
                .expectStatus()
                .isCreated());
        for (var day : List.of("2026-08-01", "2026-08-31", "2026-09-30")) {
            money.moveTo(Instant.parse(day + "T12:00:00Z"));
        }
        assertThat(money.invoice(debtor).at("/standing/pastDue").asBoolean(true))
                .isFalse();
        requests.act(debtor.payer(), dispute, "close-request", Map.of("reason", "It was right"));
        requests.act(debtor.coordinator(), dispute, "close", Map.of());
        money.moveTo(Instant.parse("2026-10-30T12:00:00Z"));
        assertThat(money.invoice(debtor).at("/standing/pastDue").asBoolean(false))
                .isTrue();
        money.moveTo(Instant.parse("2026-10-31T12:00:00Z"));
        money.moveTo(Instant.parse("2026-11-01T17:00:00Z"));
        assertThat(lateLines(debtor)).containsExactly("LATE 30.75");
    }

    @Test
    void late_charges_of_an_invoice_that_is_withdrawn_are_given_back() {
        var debtor = money.debtor();
        money.moveTo(Instant.parse("2026-08-31T12:00:00Z"));
        money.moveTo(Instant.parse("2026-09-01T17:00:00Z"));
        assertThat(lateLines(debtor)).containsExactly("LATE 30.75");
        api.post(
                        debtor.coordinator(),
                        "/api/v1/invoices/" + debtor.invoice() + "/withdrawal",
                        Map.of("reason", "Wrong account"),
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated();
        money.moveTo(Instant.parse("2026-10-01T17:00:00Z"));
        assertThat(lateLines(debtor)).containsExactlyInAnyOrder("LATE 30.75", "CREDIT -30.75");
    }

    private RestTestClient.ResponseSpec credit(MoneyPlatform.Debtor debtor, Map<String, ?> more) {
        var body = new java.util.HashMap<String, Object>(
                Map.of("accountId", debtor.account(), "reason", "GOODWILL", "description", "Sorry for the wait"));
        body.putAll(more);
        return api.post(
                debtor.coordinator(),
                "/api/v1/credit-notes",
                body,
                UUID.randomUUID().toString());
    }

    @Test
    void a_credit_settles_what_it_corrects_and_is_told() {
        var debtor = money.debtor();
        var lines = List.of(Map.of("lineId", "1", "amount", dollars("100.00")));
        var note = json(credit(
                        debtor,
                        Map.of(
                                "invoiceNumber",
                                debtor.invoice(),
                                "amount",
                                dollars("100.00"),
                                "lines",
                                lines,
                                "reason",
                                "CORRECTION"))
                .expectStatus()
                .isCreated());
        assertThat(note.path("creditNoteNumber").asString()).matches("CN-2026-\\d{6}");
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("partiallyPaid");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("1950.00");
        var told = events.await(
                "billing.credit-note.issued.v1", note.path("creditNoteNumber").asString());
        assertThat(told.data().at("/lines/0/lineId").asString()).isEqualTo("1");
        assertThat(text(api.get(debtor.payer(), note.path("href").asString()), "reason"))
                .isEqualTo("CORRECTION");
        assertThat(BillingPlatform.items(
                        api.get(debtor.payer(), "/api/v1/credit-notes?invoiceNumber=" + debtor.invoice())))
                .hasSize(1);
    }

    @Test
    void no_more_is_given_back_than_was_billed() {
        var debtor = money.debtor();
        var invoice = Map.of("invoiceNumber", debtor.invoice(), "amount", dollars("2050.01"));
        var refused = json(credit(debtor, invoice).expectStatus().isEqualTo(422));
        assertThat(refused.at("/maxCreditable/amount").asString()).isEqualTo("2050.00");
        var line = Map.of(
                "invoiceNumber",
                debtor.invoice(),
                "amount",
                dollars("1500.00"),
                "lines",
                List.of(
                        Map.of("lineId", "1", "amount", dollars("1000.00")),
                        Map.of("lineId", "99", "amount", dollars("500.00"))));
        assertThat(json(credit(debtor, line).expectStatus().isEqualTo(422)).path("errors").values().stream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/lines/0/amount", "/lines/1/lineId");
        assertThat(json(credit(debtor, Map.of("amount", dollars("-1"), "reason", "DISPUTE"))
                                .expectStatus()
                                .isEqualTo(422))
                        .path("errors")
                        .values()
                        .stream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/amount/amount", "/reason");
        var other = Map.of("invoiceNumber", "INV-1999-000001", "amount", dollars("1.00"));
        assertThat(json(credit(debtor, other).expectStatus().isEqualTo(422))
                        .path("code")
                        .asString())
                .isEqualTo("referenceNotFound");
    }

    @Test
    void a_credit_to_the_account_is_used_for_what_is_billed_next() {
        var debtor = money.debtor();
        money.cheque(debtor, "2050.00", "11").expectStatus().isCreated();
        credit(debtor, Map.of("amount", dollars("400.00"))).expectStatus().isCreated();
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("-400.00");
        money.moveTo(Instant.parse("2026-08-01T17:00:00Z"));
        var balance = money.balance(debtor);
        assertThat(balance.at("/unappliedCredit/amount").asString()).isEqualTo("0.00");
        assertThat(balance.at("/openInvoices/0/credited/amount").asString()).isEqualTo("400.00");
        assertThat(balance.at("/openInvoices/0/open/amount").asString()).isEqualTo("600.00");
    }

    @Test
    void a_wrong_invoice_is_taken_back_as_a_whole_unless_somebody_paid_of_it() {
        var debtor = money.debtor();
        var path = "/api/v1/invoices/" + debtor.invoice() + "/withdrawal";
        var body = Map.of("reason", "Wrong account");
        var note = json(
                api.post(debtor.coordinator(), path, body, UUID.randomUUID().toString())
                        .expectStatus()
                        .isCreated());
        assertThat(note.at("/amount/amount").asString()).isEqualTo("2050.00");
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("withdrawn");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
        var told = events.await("billing.invoice.withdrawn.v1", debtor.invoice());
        assertThat(told.data().path("creditNoteNumber").asString())
                .isEqualTo(note.path("creditNoteNumber").asString());
        api.post(debtor.coordinator(), path, body, UUID.randomUUID().toString())
                .expectStatus()
                .isEqualTo(409);
        var payer = money.debtor();
        money.cheque(payer, "1.00", "12").expectStatus().isCreated();
        var paid = api.post(
                payer.coordinator(),
                "/api/v1/invoices/" + payer.invoice() + "/withdrawal",
                body,
                UUID.randomUUID().toString());
        assertThat(text(paid.expectStatus().isEqualTo(409), "code")).isEqualTo("invoice-not-withdrawable");
    }

    @Test
    void terms_of_an_account_are_the_providers_and_within_bounds() {
        var debtor = money.debtor();
        var path = "/api/v1/billing-accounts/" + debtor.account() + "/collection-terms";
        api.get(debtor.payer(), path).expectStatus().isForbidden();
        api.get(debtor.coordinator(), path).expectStatus().isOk();
        var wrong = api.as(debtor.coordinator())
                .put()
                .uri(path)
                .body(Map.of("disputeWindowDays", 0, "lateChargeRate", "1.5"))
                .exchange();
        assertThat(json(wrong.expectStatus().isEqualTo(422)).path("errors").size())
                .isEqualTo(2);
    }
}
