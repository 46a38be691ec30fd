package io.controlcenter.billing.payments;

import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.pointers;
import static io.controlcenter.billing.BillingPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Money that came to the bank: cheques, wires and lockbox files. */
@BillingServiceTest
class RemittancesIT {

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

    @Test
    void a_cheque_is_posted_once_and_reversed_when_it_bounces() {
        var debtor = money.debtor();
        var payment =
                json(money.cheque(debtor, "2050.00", "1001").expectStatus().isCreated());
        assertThat(payment.path("state").asString()).isEqualTo("POSTED");
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("settled");
        var again = json(money.cheque(debtor, "2050.00", "1001").expectStatus().isEqualTo(409));
        assertThat(again.path("code").asString()).isEqualTo("remittance-posted-already");
        assertThat(again.path("paymentId").asString())
                .isEqualTo(payment.path("paymentId").asString());
        var reversal = payment.path("href").asString() + "/reversal";
        var reversed = json(api.post(debtor.coordinator(), reversal, Map.of("reason", "NSF"))
                .expectStatus()
                .isOk());
        assertThat(reversed.path("state").asString()).isEqualTo("REVERSED");
        assertThat(money.invoice(debtor).path("state").asString()).isEqualTo("issued");
        assertThat(money.balance(debtor).at("/balance/amount").asString()).isEqualTo("2050.00");
        var told = events.await(
                "billing.payment.reversed.v1", payment.path("paymentId").asString());
        assertThat(told.data().path("failureReason").asString()).isEqualTo("NSF");
        api.post(debtor.coordinator(), reversal, Map.of("reason", "NSF"))
                .expectStatus()
                .isEqualTo(409);
        money.cheque(debtor, "2050.00", "1001").expectStatus().isCreated();
    }

    @Test
    void a_lockbox_file_posts_sound_lines_and_names_what_is_wrong_with_the_others() {
        var debtor = money.debtor();
        var other = money.debtor();
        var csv = """
                account,amount,currency,received_on,method,reference,invoice
                %1$s,2000.00,USD,2026-07-01,CHECK,501,%2$s
                %1$s,2000.00,USD,2026-07-01,CHECK,501,
                A-0,10.00,USD,2026-07-01,CHECK,502,
                %1$s,-5,USD,2026-07-01,CHECK,503,
                %1$s,5.00,EUR,2026-07-01,CHECK,504,
                %1$s,5.00,USD,07/01/2026,CASH,,
                %1$s,5.00,USD,2026-07-02,WIRE,505,
                %1$s,5.00,USD,2026-07-01,WIRE,506,%4$s
                %3$s,2050.00,USD,2026-07-01,ACH,507,
                """.formatted(debtor.account(), debtor.invoice(), other.account(), other.invoice());
        var file = json(lockbox(csv).expectStatus().isCreated());
        assertThat(file.path("posted").asInt()).isEqualTo(2);
        assertThat(file.path("lines").values().stream()
                        .filter(line -> line.has("code"))
                        .map(line -> line.path("line").asInt() + " "
                                + line.path("code").asString()))
                .containsExactly(
                        "3 posted-already",
                        "4 unknown-account",
                        "5 invalid-amount",
                        "6 wrong-currency",
                        "7 invalid-date",
                        "8 invalid-date",
                        "9 invoice-not-open");
        assertThat(money.invoice(other).path("state").asString()).isEqualTo("settled");
        assertThat(text(lockbox(csv).expectStatus().isEqualTo(409), "fileId"))
                .isEqualTo(file.path("fileId").asString());
        assertThat(json(api.get(BillingPlatform.COORDINATOR, file.path("href").asString()))
                        .path("rejected")
                        .asInt())
                .isEqualTo(7);
        var headless = json(lockbox("account,amount\nA-1,2\n").expectStatus().isEqualTo(422));
        assertThat(pointers(headless)).contains("/currency", "/received_on", "/method", "/reference");
    }

    private RestTestClient.ResponseSpec lockbox(String csv) {
        return api.as(BillingPlatform.COORDINATOR)
                .post()
                .uri("/api/v1/lockbox-files")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "text/csv")
                .body(csv)
                .exchange();
    }
}
