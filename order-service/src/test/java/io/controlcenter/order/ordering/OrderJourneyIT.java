package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform.Tenant;
import io.controlcenter.platform.test.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** An order's life over HTTP, from draft to installed services, as its readers and listeners are told of it. */
class OrderJourneyIT extends OrderSteps {

    @Test
    void an_order_goes_from_draft_to_two_installed_services() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var path = "/api/v1/orders/" + number;
        var acknowledged = json(api.get(tenant.buyer(), path).expectStatus().isOk());
        assertThat(acknowledged.path("state").asString()).isEqualTo("acknowledged");
        assertThat(acknowledged.at("/customerCareManager/phone").asString()).isEqualTo("+1 555 0100");
        assertThat(acknowledged.at("/acknowledgement/version").asInt()).isEqualTo(1);
        assertThat(acknowledged.at("/items/1/serviceId").asString()).startsWith("S-");
        assertThat(acknowledged.at("/items/1/circuitId").isMissingNode()).isTrue();
        var letter = json(api.get(tenant.buyer(), path + "/acknowledgement")
                .expectStatus()
                .isOk());
        assertThat(letter.at("/customerCareManager/email").asString()).isEqualTo("ccm-of-all@provider.example");
        assertThat(letter.path("items").size()).isEqualTo(2);
        platform.milestone(tenant, number, "CCD_SET", Map.of("date", "2026-06-20"))
                .expectStatus()
                .isOk();
        handOver(tenant, number);
        clock.set(Instant.parse("2026-06-23T04:30:00Z"));
        var completed = json(accept(tenant, number, Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk());
        assertThat(completed.path("state").asString()).isEqualTo("completed");
        assertThat(completed.path("items")).allSatisfy(item -> {
            assertThat(item.path("commencementDate").asString())
                    .as("the date in Chicago")
                    .isEqualTo("2026-06-22");
            assertThat(item.path("serviceId").asString()).startsWith("S-");
            assertThat(item.path("circuitId").asString()).startsWith("ET-");
        });
        var services = json(api.get(tenant.buyer(), "/api/v1/services?orderNumber=" + number));
        assertThat(services.path("items").size()).isEqualTo(2);
        assertThat(services.at("/items/0/monthlyRecurring/amount").asString()).isEqualTo("1000.00");
        var accepted = events.await("order.accepted.v1", number);
        assertThat(accepted.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(accepted.data().at("/items/0/charges/0/amount/amount").asString())
                .isEqualTo("1000.00");
        assertThat(accepted.data().at("/items/1/site/city").asString()).isEqualTo("Denver");
    }

    @Test
    void events_leave_in_order_with_one_milestone_event_each() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        platform.milestone(tenant, number, "CCD_SET", Map.of("date", "2026-06-20"))
                .expectStatus()
                .isOk();
        events.await(
                event -> event.key().equals(number)
                        && event.type().equals("order.milestone.reached.v1")
                        && event.data().path("code").asString().equals("CCD_SET"),
                "CCD_SET of " + number);
        var seen = events.of(number);
        assertThat(seen).extracting(Events.Seen::version).isSorted();
        assertThat(seen.stream().filter(event -> event.type().equals("order.milestone.reached.v1")))
                .extracting(event -> event.data().path("code").asString())
                .containsExactly("REQUIREMENTS_CONFIRMED", "SUBMITTED", "CCM_ASSIGNED", "ACKNOWLEDGED", "CCD_SET");
        for (var type : List.of(
                "order.submitted.v1", "order.ccm.assigned.v1", "order.acknowledged.v1", "order.state-changed.v1")) {
            events.await(type, number);
        }
    }

    @Test
    void the_timeline_tells_everything_in_order_with_who_and_when() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/notes", Map.of("text", "Please call first."))
                .expectStatus()
                .isOk();
        var timeline = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/timeline?limit=100")
                .expectStatus()
                .isOk());
        assertThat(timeline.path("items").findValuesAsString("text"))
                .startsWith("The order was drafted.")
                .contains("From Draft to Submitted.", "Acknowledgement letter 1 issued.", "Please call first.");
        assertThat(timeline.at("/items/0/actor").asString()).isEqualTo("Test user-of-" + tenant.enterprise());
        assertThat(timeline.path("items").findValuesAsString("source")).contains("CUSTOMER", "SYSTEM");
        var milestones = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/milestones"));
        assertThat(milestones.path("items").size()).isEqualTo(16);
        events.await("order.note.added.v1", number);
    }

    @Test
    void acceptance_can_be_rejected_with_a_reason_and_tried_again() {
        var tenant = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        accept(tenant, number, Map.of("decision", "REJECTED"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/reason");
        accept(tenant, number, Map.of("decision", "PERHAPS")).expectStatus().isEqualTo(422);
        accept(tenant, number, Map.of("decision", "REJECTED", "reason", "no light"))
                .expectStatus()
                .isOk();
        accept(tenant, number, Map.of("decision", "ACCEPTED")).expectStatus().isEqualTo(409);
        platform.milestone(tenant, number, "TEST_AND_TURN_UP_PASSED", Map.of())
                .expectStatus()
                .isOk();
        platform.milestone(tenant, number, "CONNECTION_NOTICE_SENT", Map.of())
                .expectStatus()
                .isOk();
        accept(tenant, number, Map.of("decision", "ACCEPTED")).expectStatus().isOk();
        accept(tenant, number, Map.of("decision", "ACCEPTED")).expectStatus().isEqualTo(409);
    }

    private ResponseSpec accept(Tenant tenant, String number, Map<String, ?> answer) {
        return api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", answer);
    }

    @Test
    void redelivered_and_overtaken_account_events_change_nothing() {
        var tenant = platform.tenant();
        platform.account(tenant.accountA(), "ENT-OTHER", 0);
        events.send(
                "identity.account.v1",
                "identity.account.removed.v1",
                tenant.accountA(),
                tenant.enterprise(),
                1,
                """
                {"accountId":"%s","enterpriseId":"%s"}""".formatted(tenant.accountA(), tenant.enterprise()));
        events.send(
                "identity.account.v1",
                "identity.account.removed.v1",
                tenant.accountB(),
                tenant.enterprise(),
                2,
                """
                {"accountId":"%s","enterpriseId":"%s"}""".formatted(tenant.accountB(), tenant.enterprise()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> api.get(tenant.buyer(), "/api/v1/services?accountId=" + tenant.accountB())
                                .returnResult(String.class)
                                .getStatus()
                                .value()
                        == 404);
        api.get(tenant.buyer(), "/api/v1/services?accountId=" + tenant.accountA())
                .expectStatus()
                .isOk();
    }
}
