package io.controlcenter.billing.payments;

import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.text;
import static io.controlcenter.billing.MoneyPlatform.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Payments that are made on a later day: scheduled ones, and those of AutoPay. */
@BillingServiceTest
class ScheduledPaymentsIT {

    @Autowired
    private MoneyPlatform money;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void a_scheduled_payment_can_be_called_off_before_its_day_and_not_after() {
        var debtor = money.debtor();
        var method = money.method(debtor, "tok_sandbox_visa");
        var first = json(money.pay(debtor, "2050.00", method, Map.of("scheduledFor", "2026-07-10"))
                .expectStatus()
                .isCreated());
        assertThat(first.path("state").asString()).isEqualTo("SCHEDULED");
        api.as(debtor.payer())
                .delete()
                .uri("/api/v1/payment-methods/" + method)
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        var cancelled = api.as(debtor.payer())
                .delete()
                .uri(first.path("href").asString())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(text(cancelled, "state")).isEqualTo("CANCELLED");
        var second = json(money.pay(debtor, "2050.00", method, Map.of("scheduledFor", "2026-07-10")));
        money.moveTo(Instant.parse("2026-07-10T04:59:00Z"));
        assertThat(text(api.get(debtor.payer(), second.path("href").asString()), "state"))
                .isEqualTo("SCHEDULED");
        money.moveTo(Instant.parse("2026-07-10T05:00:00Z"));
        assertThat(text(api.get(debtor.payer(), second.path("href").asString()), "state"))
                .isEqualTo("POSTED");
        var late = api.as(debtor.payer())
                .delete()
                .uri(second.path("href").asString())
                .exchange();
        assertThat(text(late.expectStatus().isEqualTo(409), "code")).isEqualTo("payment-not-in-this-state");
        api.as(debtor.payer())
                .delete()
                .uri("/api/v1/payment-methods/" + method)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void on_its_day_a_scheduled_payment_takes_what_is_owed_then() {
        var debtor = money.debtor();
        var method = money.method(debtor, "tok_sandbox_visa");
        var scheduled = json(money.pay(debtor, "2050.00", method, Map.of("scheduledFor", "2026-07-10")));
        money.paid(debtor, "2000.00", method);
        money.moveTo(Instant.parse("2026-07-10T12:00:00Z"));
        var after = json(api.get(debtor.payer(), scheduled.path("href").asString()));
        assertThat(after.at("/amount/amount").asString()).isEqualTo("50.00");
        assertThat(after.at("/requestedAmount/amount").asString()).isEqualTo("2050.00");
    }

    @Test
    void autopay_pays_what_is_due_on_the_due_date_once() {
        var debtor = money.debtor();
        var path = "/api/v1/billing-accounts/" + debtor.account() + "/autopay";
        api.get(debtor.payer(), path).expectStatus().isNotFound();
        var method = money.method(debtor, "tok_sandbox_visa");
        api.as(debtor.payer())
                .put()
                .uri(path)
                .body(Map.of("methodId", "PM-0"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        api.as(debtor.payer())
                .put()
                .uri(path)
                .body(Map.of("methodId", method))
                .exchange()
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-07-31T04:00:00Z"));
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("issued");
        money.moveTo(Instant.parse("2026-07-31T06:00:00Z"));
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("settled");
        var payments = BillingPlatform.items(api.get(debtor.payer(), "/api/v1/payments?origin=AUTOPAY"));
        assertThat(payments).hasSize(1);
        assertThat(payments.getFirst().path("createdBy").asString()).isEqualTo("AutoPay");
        api.as(debtor.payer()).delete().uri(path).exchange().expectStatus().isNoContent();
    }

    @Test
    void autopay_keeps_to_its_limit_and_says_so() {
        var debtor = money.debtor();
        var method = money.method(debtor, "tok_sandbox_visa");
        api.as(debtor.payer())
                .put()
                .uri("/api/v1/billing-accounts/" + debtor.account() + "/autopay")
                .body(Map.of("methodId", method, "limit", dollars("2000.00")))
                .exchange()
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-07-31T06:00:00Z"));
        var payment = BillingPlatform.items(api.get(debtor.payer(), "/api/v1/payments?origin=AUTOPAY"))
                .getFirst();
        assertThat(payment.path("failureCode").asString()).isEqualTo("autopay-limit");
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("issued");
    }
}
