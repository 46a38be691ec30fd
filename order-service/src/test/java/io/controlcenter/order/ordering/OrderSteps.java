package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderPlatform.Tenant;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Steps that the tests of an order on its way share, and a care manager for all of them. */
@OrderServiceTest
abstract class OrderSteps {

    @Autowired
    OrderPlatform platform;

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    TestClock clock;

    @Autowired
    DueWorkRunner dueWork;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void a_care_manager_is_there() {
        platform.careManager();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    static Tokens.Draft approver(Tenant tenant) {
        return Tokens.customer(tenant.enterprise(), "ORDER_VIEW", "ORDER_WRITE", "ORDER_CHARGE_APPROVE");
    }

    JsonNode order(Tenant tenant, String number) {
        return json(api.get(tenant.buyer(), "/api/v1/orders/" + number)
                .expectStatus()
                .isOk());
    }

    String state(Tenant tenant, String number) {
        return order(tenant, number).path("state").asString();
    }

    ResponseSpec put(Tenant tenant, String number, String what, Map<String, ?> body) {
        return api.as(OrderPlatform.CCM.on(tenant.enterprise()))
                .put()
                .uri("/api/v1/orders/" + number + what)
                .body(body)
                .exchange();
    }

    ResponseSpec ccm(Tenant tenant, String number, String action, Map<String, ?> body) {
        return api.post(OrderPlatform.CCM.on(tenant.enterprise()), "/api/v1/orders/" + number + action, body, key());
    }

    ResponseSpec buyer(Tenant tenant, String number, String action, Map<String, ?> body) {
        return api.post(approver(tenant), "/api/v1/orders/" + number + action, body, key());
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    JsonNode charge(Tenant tenant, String number) {
        return json(api.get(approver(tenant), "/api/v1/orders/" + number + "/charges")
                        .expectStatus()
                        .isOk())
                .at("/items/0");
    }

    ResponseSpec answer(Tenant tenant, String number, JsonNode charge, String decision) {
        var items = charge.path("items")
                .valueStream()
                .map(item -> Map.of("chargeItemId", item.path("chargeItemId").asString(), "decision", decision))
                .toList();
        return buyer(
                tenant, number, "/charges/" + charge.path("chargeId").asString() + "/response", Map.of("items", items));
    }

    Map<String, Object> ds1(Tenant tenant, String kind, String date) {
        return Map.of(
                "accountId",
                tenant.accountA(),
                "requestedDate",
                Map.of("kind", kind, "date", date),
                "contact",
                Map.of("name", "Ada Buyer", "email", "ada@acme.example"),
                "items",
                List.of(Map.of(
                        "itemId",
                        "hq",
                        "productCode",
                        "DS1",
                        "siteId",
                        platform.site(tenant, "Chicago"),
                        "termMonths",
                        12,
                        "technicalContact",
                        Map.of("name", "Tess Tech", "email", "tess@acme.example"))));
    }

    String inProgress(Tenant tenant) {
        var number = platform.submitted(tenant);
        platform.milestone(tenant, number, "CCD_SET", Map.of("date", "2026-06-20"))
                .expectStatus()
                .isOk();
        return number;
    }

    void handOver(Tenant tenant, String number) {
        for (var code :
                List.of("DESIGN_COMPLETE", "INSTALL_COMPLETE", "TEST_AND_TURN_UP_PASSED", "CONNECTION_NOTICE_SENT")) {
            platform.milestone(tenant, number, code, Map.of()).expectStatus().isOk();
        }
    }

    List<String> itemStates(Tenant tenant, String number) {
        return order(tenant, number).path("items").findValuesAsString("state");
    }

    void agree(Tenant tenant, String number, String what) {
        ccm(tenant, number, what + "/decision", Map.of("decision", "AGREED"))
                .expectStatus()
                .isOk();
    }
}
