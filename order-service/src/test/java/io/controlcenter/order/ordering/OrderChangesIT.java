package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform.Tenant;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another date, or no order at all, over HTTP. */
class OrderChangesIT extends OrderSteps {

    @Test
    void another_date_is_priced_agreed_charged_and_then_holds() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var later = Map.of("requestedDate", "2026-07-01", "reason", "The building is late");
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/date-changes", later)
                .expectStatus()
                .isBadRequest();
        var tried =
                json(api.post(tenant.buyer(), "/api/v1/orders/" + number + "/date-changes?dryRun=true", later, key())
                        .expectStatus()
                        .isOk());
        assertThat(tried.at("/price/0/amount/amount").asString()).isEqualTo("50.00");
        assertThat(state(tenant, number)).as("only tried").isEqualTo("inProgress");
        buyer(tenant, number, "/date-changes", later).expectStatus().isOk();
        assertThat(state(tenant, number)).isEqualTo("pending.assessingModification");
        buyer(tenant, number, "/date-changes", later)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("date-change-open");
        ccm(tenant, number, "/date-changes/decision", Map.of("decision", "REFUSED"))
                .expectStatus()
                .isEqualTo(422);
        ccm(tenant, number, "/date-changes/decision", Map.of("decision", "AGREED"))
                .expectStatus()
                .isOk();
        assertThat(order(tenant, number).path("customerCommitDate").asString())
                .as("not before the charge is accepted")
                .isEqualTo("2026-06-20");
        answer(tenant, number, charge(tenant, number), "ACCEPTED")
                .expectStatus()
                .isOk();
        var changed = order(tenant, number);
        assertThat(changed.path("state").asString()).isEqualTo("inProgress");
        assertThat(changed.path("customerCommitDate").asString()).isEqualTo("2026-07-01");
        assertThat(changed.at("/items/0/expectedCompletionDate").asString()).isEqualTo("2026-07-01");
        var requests = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/change-requests"));
        assertThat(requests.at("/items/0/state").asString()).isEqualTo("done");
        events.await(
                event -> event.key().equals(number)
                        && event.type().equals("order.date.changed.v1")
                        && event.data().path("kind").asString().equals("CCD"),
                "changed CCD of " + number);
        events.await("order.charge.billable.v1", number);
    }

    @Test
    void dates_stay_past_the_point_of_no_return() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        ccm(tenant, number, "/point-of-no-return", Map.of("reason", "The trench is dug"))
                .expectStatus()
                .isOk();
        buyer(tenant, number, "/date-changes", Map.of("requestedDate", "2026-07-01", "reason", "x"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("point-of-no-return");
        var near = inProgress(tenant);
        clock.set(Instant.parse("2026-06-18T15:00:00Z"));
        buyer(tenant, near, "/date-changes", Map.of("requestedDate", "2026-07-01", "reason", "x"))
                .expectStatus()
                .isEqualTo(409);
        buyer(tenant, near, "/date-changes", Map.of("requestedDate", "2026-06-01", "reason", "x"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void a_cancelled_order_owes_its_charge_and_stays_cancelled() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var asked = json(buyer(tenant, number, "/cancellation", Map.of("reason", "We moved"))
                .expectStatus()
                .isOk());
        assertThat(asked.at("/price/0/amount/amount").asString()).isNotBlank();
        assertThat(state(tenant, number)).isEqualTo("assessingCancellation");
        ccm(tenant, number, "/cancellation/decision", Map.of("decision", "AGREED"))
                .expectStatus()
                .isOk();
        answer(tenant, number, charge(tenant, number), "ACCEPTED")
                .expectStatus()
                .isOk();
        assertThat(state(tenant, number)).isEqualTo("pendingCancellation");
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("cancelled");
        buyer(tenant, number, "/cancellation", Map.of("reason", "Again"))
                .expectStatus()
                .isEqualTo(409);
        var done = platform.awaitingAcceptance(tenant);
        api.post(tenant.buyer(), "/api/v1/orders/" + done + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        buyer(tenant, done, "/cancellation", Map.of("reason", "Too late"))
                .expectStatus()
                .isEqualTo(409);
    }

    /** Activation is on 20 June in Chicago, which begins at 05:00 UTC. */
    @Test
    void a_cancellation_within_a_day_of_activation_counts_as_not_ready() {
        var tenant = platform.tenant();
        var early = inProgress(tenant);
        var late = inProgress(tenant);
        var missed = inProgress(tenant);
        cancel(tenant, early, "2026-06-19T04:59:59Z");
        assertThat(order(tenant, early).has("jeopardy")).isFalse();
        cancel(tenant, late, "2026-06-19T05:00:00Z");
        var counted = order(tenant, late);
        assertThat(counted.path("state").asString()).isEqualTo("assessingCancellation");
        assertThat(counted.at("/jeopardy/code").asString()).isEqualTo("CUSTOMER_NOT_READY");
        assertThat(counted.at("/customerDelay/expiresOn").asString()).isEqualTo("2026-07-21");
        events.await("order.jeopardy.raised.v1", late);
        cancel(tenant, missed, "2026-06-21T05:00:00Z");
        assertThat(order(tenant, missed).has("jeopardy"))
                .as("the day has passed, and was not the customer's to miss")
                .isFalse();
        ccm(tenant, late, "/cancellation/decision", Map.of("decision", "REFUSED", "reason", "All is ready"))
                .expectStatus()
                .isOk();
        clock.set(Instant.parse("2026-07-21T15:00:00Z"));
        dueWork.runAll();
        dueWork.runAll();
        assertThat(state(tenant, late)).isEqualTo("cancelled");
        events.await("order.charge.billable.v1", late);
    }

    private void cancel(Tenant tenant, String number, String at) {
        clock.set(Instant.parse(at));
        buyer(tenant, number, "/cancellation", Map.of("reason", "We moved"))
                .expectStatus()
                .isOk();
    }
}
