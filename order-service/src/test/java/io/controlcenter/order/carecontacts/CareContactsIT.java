package io.controlcenter.order.carecontacts;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderPlatform.Tenant;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The care manager speaks with the customer: first to welcome, then as often as the customer wants. */
@OrderServiceTest
class CareContactsIT {

    private static final Map<String, String> CALL = Map.of("channel", "CALL", "summary", "Went through the dates.");

    @Autowired
    private OrderPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner work;

    @BeforeEach
    void a_care_manager_is_there() {
        platform.careManager();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private static String path(String number, String what) {
        return "/api/v1/orders/" + number + what;
    }

    private JsonNode plan(Tenant tenant, String number) {
        return json(api.get(tenant.buyer(), path(number, "/care-contact-plan"))
                .expectStatus()
                .isOk());
    }

    private ResponseSpec called(Tenant tenant, String number) {
        return api.post(OrderPlatform.CCM.on(tenant.enterprise()), path(number, "/care-contacts"), CALL);
    }

    private ResponseSpec choose(Tokens.Draft by, String number, Object body, String ifMatch) {
        var request = api.as(by).put().uri(path(number, "/care-contact-plan")).contentType(MediaType.APPLICATION_JSON);
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .body(body)
                .exchange();
    }

    private List<String> due(String number) {
        return events.of(number).stream()
                .filter(event -> event.type().equals("order.care-contact.due.v1"))
                .map(event -> event.data().path("dueAt").asString())
                .toList();
    }

    @Test
    void a_welcome_is_due_first_and_told_of_once_then_contacts_by_preference() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var planned = plan(tenant, number);
        assertThat(planned.path("every").asString()).isEqualTo("WEEKLY");
        assertThat(planned.has("lastContactAt")).isFalse();
        assertThat(planned.path("nextContactDueAt").asString()).isEqualTo("2026-06-02T15:00:00Z");
        work.runAll();
        clock.advance(Duration.ofHours(24));
        work.runAll();
        work.runAll();
        var told = events.await("order.care-contact.due.v1", number).data();
        assertThat(told.has("lastContactAt") && !told.path("lastContactAt").isNull())
                .as("it is the welcome")
                .isFalse();
        assertThat(told.at("/customerCareManager/email").asString()).isEqualTo("ccm-of-all@provider.example");

        called(tenant, number).expectStatus().isCreated();
        assertThat(plan(tenant, number).path("lastContactAt").asString()).isEqualTo("2026-06-02T15:00:00Z");
        assertThat(plan(tenant, number).path("nextContactDueAt").asString()).isEqualTo("2026-06-09T15:00:00Z");
        choose(tenant.buyer(), number, Map.of("every", "BI_WEEKLY"), "")
                .expectStatus()
                .isOk();
        assertThat(plan(tenant, number).path("nextContactDueAt").asString()).isEqualTo("2026-06-16T15:00:00Z");
        clock.advance(Duration.ofDays(14));
        work.runAll();
        events.await(
                event -> event.key().equals(number)
                        && event.type().equals("order.care-contact.due.v1")
                        && event.data().path("dueAt").asString().equals("2026-06-16T15:00:00Z"),
                "the second one due");
        assertThat(due(number)).containsExactly("2026-06-02T15:00:00Z", "2026-06-16T15:00:00Z");
        var made = json(api.get(tenant.buyer(), path(number, "/care-contacts")));
        assertThat(made.path("items").findValuesAsString("summary")).containsExactly("Went through the dates.");
        assertThat(made.at("/items/0/channel").asString()).isEqualTo("CALL");
    }

    @Test
    void another_care_manager_welcomes_the_customer_again() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        called(tenant, number).expectStatus().isCreated();
        platform.staff("ccm-welcomes", "\"+1 555 0199\"", "ACTIVE", "\"CCM\"", 1);
        api.as(OrderPlatform.CCM.on(tenant.enterprise()))
                .put()
                .uri(path(number, "/ccm"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("userId", "ccm-welcomes"))
                .exchange()
                .expectStatus()
                .isOk();
        platform.staff("ccm-welcomes", "\"+1 555 0199\"", "INACTIVE", "\"CCM\"", 2);
        assertThat(plan(tenant, number).path("nextContactDueAt").asString()).isEqualTo("2026-06-02T15:00:00Z");
    }

    @Test
    void with_the_order_the_care_ends() {
        var tenant = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        api.post(tenant.buyer(), path(number, "/acceptance"), Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        assertThat(plan(tenant, number).has("nextContactDueAt")).isFalse();
        called(tenant, number)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order-over");
        choose(tenant.buyer(), number, Map.of("every", "WEEKLY"), "")
                .expectStatus()
                .isEqualTo(409);
        clock.advance(Duration.ofDays(30));
        work.runAll();
        assertThat(due(number)).isEmpty();
    }

    @Test
    void it_is_the_orders_own_and_said_in_full() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var draft = OrderPlatform.text(
                api.post(
                        tenant.buyer(),
                        "/api/v1/orders",
                        platform.order(tenant, "2026-06-20", platform.site(tenant, "Chicago"))),
                "orderNumber");
        api.get(tenant.buyer(), path(draft, "/care-contact-plan"))
                .expectStatus()
                .isNotFound();
        var other = platform.tenant();
        for (var what : List.of("/care-contact-plan", "/care-contacts")) {
            api.get(other.buyer(), path(number, what)).expectStatus().isNotFound();
            api.get(tenant.buyer().onlyAccounts(tenant.accountB()), path(number, what))
                    .expectStatus()
                    .isNotFound();
        }
        choose(other.buyer(), number, Map.of("every", "WEEKLY"), "")
                .expectStatus()
                .isNotFound();
        api.post(tenant.buyer(), path(number, "/care-contacts"), CALL)
                .expectStatus()
                .isForbidden();
        choose(Tokens.customer(tenant.enterprise(), "ORDER_VIEW"), number, Map.of("every", "WEEKLY"), "")
                .expectStatus()
                .isForbidden();
        choose(tenant.buyer(), number, Map.of("every", "DAILY"), "")
                .expectStatus()
                .isEqualTo(422);
        choose(tenant.buyer(), number, Map.of("every", "WEEKLY"), "\"77\"")
                .expectStatus()
                .isEqualTo(412);
        var refused = json(api.post(
                        OrderPlatform.CCM.on(tenant.enterprise()),
                        path(number, "/care-contacts"),
                        Map.of("summary", " "))
                .expectStatus()
                .isEqualTo(422));
        assertThat(refused.path("errors").findValuesAsString("pointer"))
                .as(refused.toString())
                .containsExactlyInAnyOrder("/channel", "/summary");
    }
}
