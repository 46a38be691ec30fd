package io.controlcenter.billing.requests;

import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.billing.RequestPlatform;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock of the acknowledgement, for e-mails and for the portal. */
@BillingServiceTest
class AcknowledgementsIT {

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
    void an_email_counts_from_when_it_came_by_the_reading_that_is_agreed_on() {
        var debtor = money.debtor();
        var mail = Map.of("channel", "EMAIL", "receivedAt", "2026-06-30T23:00:00Z");
        var literal = json(requests.create(debtor.coordinator(), debtor, mail)
                .expectStatus()
                .isCreated());
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
        var days = json(requests.create(debtor.coordinator(), debtor, mail)
                .expectStatus()
                .isCreated());
        assertThat(days.path("ackDueAt").asString()).isEqualTo("2026-07-02T23:00:00Z");
        assertThat(days.at("/clock/reading").asString()).isEqualTo("BUSINESS_DAYS");
        var future = Map.of("channel", "EMAIL", "receivedAt", "2026-07-02T12:00:00Z");
        requests.create(debtor.coordinator(), debtor, future).expectStatus().isEqualTo(422);
    }

    @Test
    void a_clock_that_runs_out_warns_twice_and_then_says_so() {
        var debtor = money.debtor();
        var number = text(
                requests.create(debtor.payer(), debtor, Map.of()).expectStatus().isCreated(), "requestNumber");
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
}
