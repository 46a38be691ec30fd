package io.controlcenter.billing.payments;

import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.pointers;
import static io.controlcenter.billing.BillingPlatform.text;
import static io.controlcenter.billing.MoneyPlatform.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Paying bills over HTTP, from the choice of a card to the receipt. */
@BillingServiceTest
class PaymentsIT {

    @Autowired
    private MoneyPlatform money;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void a_bill_that_is_paid_in_full_is_settled_and_has_a_receipt() {
        var debtor = money.debtor();
        var payment = money.paid(debtor, "2050.00", money.method(debtor, "tok_sandbox_visa"));
        assertThat(payment.path("state").asString()).isEqualTo("POSTED");
        assertThat(payment.at("/applications/0/invoiceNumber").asString()).isEqualTo(debtor.invoice());
        assertThat(payment.path("receiptNumber").asString()).matches("R-\\d{8}");
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("settled");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
        var posted = events.await(
                "billing.payment.posted.v1", payment.path("paymentId").asString());
        assertThat(posted.data().at("/applications/0/amount/amount").asString()).isEqualTo("2050.00");
        var settled = events.await("billing.invoice.settled.v1", debtor.invoice());
        assertThat(settled.data().at("/amountPaid/amount").asString()).isEqualTo("2050.00");
        assertThat(settled.version()).isEqualTo(2);
        var receipt = api.get(debtor.payer(), payment.path("href").asString() + "/receipt")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(receipt)
                .contains(
                        "$2,050.00",
                        debtor.invoice(),
                        payment.path("receiptNumber").asString());
    }

    @Test
    void a_part_of_a_bill_leaves_the_rest_open() {
        var debtor = money.debtor();
        money.paid(debtor, "50.00", money.method(debtor, "tok_sandbox_visa"));
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("partiallyPaid");
        assertThat(money.balance(debtor).at("/openInvoices/0/open/amount").asString())
                .isEqualTo("2000.00");
    }

    @Test
    void a_declined_card_takes_nothing_and_is_told() {
        var debtor = money.debtor();
        var payment = money.paid(debtor, "2050.00", money.method(debtor, "tok_sandbox_declined"));
        assertThat(payment.path("state").asString()).isEqualTo("FAILED");
        assertThat(payment.path("failureCode").asString()).isEqualTo("card_declined");
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("issued");
        var failed = events.await(
                "billing.payment.failed.v1", payment.path("paymentId").asString());
        assertThat(failed.data().path("failureReason").asString()).isEqualTo("The bank declined it.");
        api.get(debtor.payer(), payment.path("href").asString() + "/receipt")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_charge_whose_answer_is_lost_is_repeated_and_taken_once() {
        var debtor = money.debtor();
        var payment = money.paid(debtor, "2050.00", money.method(debtor, "tok_sandbox_answer_lost"));
        assertThat(payment.path("state").asString()).isEqualTo("PROCESSING");
        clock.advance(Duration.ofMinutes(2));
        dueWork.runAll();
        assertThat(text(api.get(debtor.payer(), payment.path("href").asString()), "state"))
                .isEqualTo("POSTED");
        assertThat(db.sql("select count(*) from sandbox_charge where idempotency_key = :id")
                        .param("id", payment.path("paymentId").asString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void more_than_is_owed_needs_to_be_meant() {
        var debtor = money.debtor();
        var method = money.method(debtor, "tok_sandbox_visa");
        var refused = json(
                money.pay(debtor, "2050.01", method, Map.of()).expectStatus().isEqualTo(422));
        assertThat(pointers(refused)).containsExactly("/amount");
        assertThat(refused.at("/payable/amount").asString()).isEqualTo("2050.00");
        money.pay(debtor, "2100.00", method, Map.of("allowOverpayment", true))
                .expectStatus()
                .isCreated();
        dueWork.runAll();
        var balance = money.balance(debtor);
        assertThat(balance.at("/balance/amount").asString()).isEqualTo("-50.00");
        assertThat(balance.at("/unappliedCredit/amount").asString()).isEqualTo("50.00");
    }

    @Test
    void everything_wrong_with_a_payment_comes_back_at_once() {
        var debtor = money.debtor();
        var none = json(money.pay(debtor, "0", "PM-0", Map.of("scheduledFor", "2020-01-01"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(pointers(none)).containsExactly("/amount/amount");
        var told = List.of(Map.of("invoiceNumber", "INV-1999-000001", "amount", dollars("10.00")));
        var refused = json(money.pay(debtor, "5.00", "PM-0", Map.of("scheduledFor", "2020-01-01", "applications", told))
                .expectStatus()
                .isEqualTo(422));
        assertThat(pointers(refused))
                .containsExactly("/methodId", "/scheduledFor", "/applications/0/invoiceNumber", "/applications");
        var euro = Map.of(
                "accountId", debtor.account(), "methodId", "PM-0", "amount", Map.of("amount", "1", "currency", "EUR"));
        assertThat(pointers(json(api.post(
                                debtor.payer(),
                                "/api/v1/payments",
                                euro,
                                UUID.randomUUID().toString())
                        .expectStatus()
                        .isEqualTo(422))))
                .containsExactly("/amount/currency");
        api.post(debtor.payer(), "/api/v1/payments", euro).expectStatus().isBadRequest();
        api.post(debtor.payer().onlyAccounts("A-0"), "/api/v1/payments", euro, "key")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void what_is_told_goes_to_its_invoice_and_no_more_than_is_open_of_it() {
        var debtor = money.debtor();
        var method = money.method(debtor, "tok_sandbox_visa");
        var told = List.of(Map.of("invoiceNumber", debtor.invoice(), "amount", dollars("2050.01")));
        var refused = json(money.pay(debtor, "3000.00", method, Map.of("applications", told, "allowOverpayment", true))
                .expectStatus()
                .isEqualTo(422));
        assertThat(pointers(refused)).containsExactly("/applications/0/amount");
    }

    @Test
    void two_who_pay_the_same_bill_at_the_same_moment_do_not_pay_it_twice() throws Exception {
        var debtor = money.debtor();
        var method = money.method(debtor, "tok_sandbox_visa");
        Callable<Integer> pay = () -> money.pay(debtor, "2050.00", method, Map.of())
                .returnResult(String.class)
                .getStatus()
                .value();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(pay, pay, pay, pay)).stream().map(PaymentsIT::status))
                    .containsExactlyInAnyOrder(201, 422, 422, 422);
        }
        dueWork.runAll();
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("0.00");
    }

    private static int status(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_same_key_pays_once() {
        var debtor = money.debtor();
        var body = Map.of(
                "accountId",
                debtor.account(),
                "methodId",
                money.method(debtor, "tok_sandbox_visa"),
                "amount",
                dollars("10.00"));
        var one = text(api.post(debtor.payer(), "/api/v1/payments", body, "pay-once"), "paymentId");
        assertThat(text(api.post(debtor.payer(), "/api/v1/payments", body, "pay-once"), "paymentId"))
                .isEqualTo(one);
        var tried = api.post(debtor.payer(), "/api/v1/payments?dryRun=true", body)
                .expectStatus()
                .isOk();
        assertThat(text(tried, "state")).isEqualTo("PROCESSING");
        assertThat(BillingPlatform.items(api.get(debtor.payer(), "/api/v1/payments?accountId=" + debtor.account())))
                .hasSize(1);
    }

    @Test
    void no_card_number_is_ever_taken() {
        var debtor = money.debtor();
        var body = Map.of(
                "accountId",
                debtor.account(),
                "kind",
                "CARD",
                "token",
                "4242424242424242",
                "label",
                "5555 5555 5555 4444");
        var refused = json(api.post(debtor.payer(), "/api/v1/payment-methods", body)
                .expectStatus()
                .isEqualTo(422));
        assertThat(pointers(refused)).containsExactly("/token", "/label");
        var method = money.method(debtor, "tok_sandbox_visa");
        var listed = json(api.get(debtor.payer(), "/api/v1/payment-methods?accountId=" + debtor.account()));
        assertThat(listed.at("/items/0/methodId").asString()).isEqualTo(method);
        assertThat(listed.toString()).doesNotContain("tok_");
    }

    @Test
    void nobody_sees_or_touches_another_enterprises_payments() {
        var debtor = money.debtor();
        var stranger = money.debtor();
        var payment = money.paid(debtor, "50.00", money.method(debtor, "tok_sandbox_visa"));
        var path = payment.path("href").asString();
        for (var suffix : List.of("", "/receipt")) {
            api.get(stranger.payer(), path + suffix).expectStatus().isNotFound();
            api.get(debtor.payer().onlyAccounts("A-0"), path + suffix)
                    .expectStatus()
                    .isNotFound();
        }
        api.as(stranger.payer()).delete().uri(path).exchange().expectStatus().isNotFound();
        api.post(stranger.coordinator(), path + "/reversal", Map.of("reason", "x"))
                .expectStatus()
                .isNotFound();
        api.get(stranger.payer(), "/api/v1/billing-accounts/" + debtor.account() + "/balance")
                .expectStatus()
                .isNotFound();
        api.get(stranger.payer(), "/api/v1/payment-methods?accountId=" + debtor.account())
                .expectStatus()
                .isNotFound();
        assertThat(BillingPlatform.items(api.get(stranger.payer(), "/api/v1/payments")))
                .isEmpty();
    }
}
