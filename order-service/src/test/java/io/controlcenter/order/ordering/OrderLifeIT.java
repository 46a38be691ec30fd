package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How an order ends over HTTP: deemed acceptance, a customer who is not ready, rejection, a notice that is refused. */
class OrderLifeIT extends OrderSteps {

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_notice_without_an_answer_is_acceptance_after_its_business_days() {
        var tenant = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        assertThat(order(tenant, number).at("/connectionNotice/answerBy").asString())
                .as("five business days after 1 June, the end of the 8th in Chicago")
                .isEqualTo("2026-06-09T05:00:00Z");
        clock.set(Instant.parse("2026-06-09T04:59:59Z"));
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("awaitingAcceptance");
        clock.set(Instant.parse("2026-06-09T05:00:00Z"));
        dueWork.runAll();
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("completed");
        assertThat(events.await("order.accepted.v1", number)
                        .data()
                        .path("outcome")
                        .asString())
                .isEqualTo("DEEMED_ACCEPTED");
        assertThat(records(number)).containsExactly("DEEMED_ACCEPTED 2026-06-20", "DEEMED_ACCEPTED 2026-06-20");
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isEqualTo(409);
        assertThat(order(tenant, number).path("displayStage").asString()).isEqualTo("Manage");
        clock.set(Instant.parse("2026-06-20T15:00:00Z"));
        dueWork.runAll();
        events.await(
                event -> event.key().equals(number)
                        && event.data().path("code").asString("").equals("BILLING_STARTED"),
                "billing of " + number);
    }

    private List<String> records(String number) {
        return TenantScope.call(
                TenantScope.ALL,
                () -> transaction.execute(_ ->
                        db.sql("""
                                select outcome || ' ' || commencement_date from acceptance_record
                                where order_number = :order""").param("order", number).query(String.class).list()));
    }

    @Test
    void a_customer_who_stays_not_ready_is_billed_from_day_31() {
        var tenant = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        buyer(tenant, number, "/customer-not-ready", Map.of("reason", "No power", "newDueDate", "2026-06-02"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.earliestDate")
                .isEqualTo("2026-06-04")
                .jsonPath("$.latestDate")
                .isEqualTo("2026-08-19");
        var put = json(
                buyer(tenant, number, "/customer-not-ready", Map.of("reason", "No power", "newDueDate", "2026-06-23"))
                        .expectStatus()
                        .isOk());
        assertThat(put.at("/jeopardy/code").asString()).isEqualTo("CUSTOMER_NOT_READY");
        assertThat(put.at("/customerDelay/expiresOn").asString()).isEqualTo("2026-07-21");
        events.await("order.jeopardy.raised.v1", number);
        clock.set(Instant.parse("2026-07-21T15:00:00Z"));
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("completed");
        assertThat(records(number)).containsExactly("CUSTOMER_NOT_READY 2026-07-21", "CUSTOMER_NOT_READY 2026-07-21");
        events.await("order.jeopardy.cleared.v1", number);
        var unbuilt = platform.submitted(tenant, ds1(tenant, "FIRM_DATE", "2026-09-01"));
        platform.milestone(tenant, unbuilt, "CCD_SET", Map.of("date", "2026-09-01"))
                .expectStatus()
                .isOk();
        ccm(tenant, unbuilt, "/customer-not-ready", Map.of("reason", "Nobody there", "noShow", true))
                .expectStatus()
                .isOk();
        clock.set(Instant.parse("2026-10-02T15:00:00Z"));
        dueWork.runAll();
        assertThat(state(tenant, unbuilt)).isEqualTo("cancelled");
    }

    @Test
    void a_submitted_order_that_cannot_be_delivered_is_rejected_with_reasons() {
        db.sql("update care_manager set active = false").update();
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var errors = List.of(Map.of("pointer", "/items/0/siteId", "code", "noFibre", "detail", "No fibre here."));
        var rejected = json(ccm(tenant, number, "/rejection", Map.of("errors", errors))
                .expectStatus()
                .isOk());
        db.sql("update care_manager set active = true where user_id = 'ccm-of-all'")
                .update();
        assertThat(rejected.path("state").asString()).isEqualTo("rejected");
        assertThat(rejected.at("/terminationErrors/0/pointer").asString()).isEqualTo("/items/0/siteId");
        assertThat(events.await("order.rejected.v1", number)
                        .data()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("noFibre");
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("rejected");
    }

    @Test
    void a_notice_is_refused_while_the_care_manager_cannot_be_reached() {
        platform.staff("ccm-moves", "\"+1 555 0177\"", "ACTIVE", "\"CCM\"", 1);
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        put(tenant, number, "/ccm", Map.of("userId", "ccm-moves"))
                .expectStatus()
                .isOk();
        platform.staff("ccm-moves", "null", "ACTIVE", "\"CCM\"", 2);
        for (var code : List.of("DESIGN_COMPLETE", "INSTALL_COMPLETE", "TEST_AND_TURN_UP_PASSED")) {
            platform.milestone(tenant, number, code, Map.of()).expectStatus().isOk();
        }
        platform.milestone(tenant, number, "CONNECTION_NOTICE_SENT", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.missing[0]")
                .isEqualTo("phone");
        platform.staff("ccm-moves", "\"+1 555 0178\"", "ACTIVE", "\"CCM\"", 3);
        platform.milestone(tenant, number, "CONNECTION_NOTICE_SENT", Map.of())
                .expectStatus()
                .isOk();
        db.sql("update care_manager set active = false where user_id <> 'ccm-of-all'")
                .update();
    }
}
