package io.controlcenter.order.quotes;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Steps that the tests of quotes share. */
@OrderServiceTest
abstract class QuoteSteps {

    static final String PATH = "/api/v1/quotes";
    static final Tokens.Draft SALES = Tokens.provider("SALES");
    static final Tokens.Draft ENGINEER = Tokens.provider("SALES_ENGINEER");

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

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    static Tokens.Draft buyer(OrderPlatform.Tenant tenant) {
        return Tokens.customer(tenant.enterprise(), "QUOTE_WRITE", "ORDER_VIEW", "ORDER_WRITE");
    }

    Map<String, Object> wanted(OrderPlatform.Tenant tenant, String level) {
        return new HashMap<>(Map.of(
                "accountId",
                tenant.accountA(),
                "externalId",
                "RFQ-7",
                "level",
                level,
                "requestedCompletionDate",
                "2026-09-01",
                "contact",
                Map.of("name", "Ada Buyer", "email", "ada@acme.example"),
                "items",
                List.of(Map.of(
                        "itemId",
                        "item-1",
                        "action",
                        "ADD",
                        "productCode",
                        "ETHERNET_1G",
                        "siteId",
                        platform.site(tenant, "Chicago"),
                        "termMonths",
                        36,
                        "installInterval",
                        Map.of("value", 30, "unit", "BUSINESS_DAYS")))));
    }

    String requested(OrderPlatform.Tenant tenant, String level) {
        return text(
                api.post(buyer(tenant), PATH, wanted(tenant, level))
                        .expectStatus()
                        .isCreated(),
                "quoteNumber");
    }

    String inProgress(OrderPlatform.Tenant tenant, String level) {
        var number = requested(tenant, level);
        dueWork.runAll();
        return number;
    }

    ResponseSpec put(Tokens.Draft user, String number, String part, Map<String, ?> body) {
        return api.as(user)
                .put()
                .uri(PATH + "/" + number + part)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    ResponseSpec post(Tokens.Draft user, String number, String step, Map<String, ?> body) {
        return api.post(
                user, PATH + "/" + number + step, body, UUID.randomUUID().toString());
    }

    JsonNode read(Tokens.Draft user, String number) {
        return json(api.get(user, PATH + "/" + number).expectStatus().isOk());
    }

    String approved(OrderPlatform.Tenant tenant, int termMonths) {
        var number = inProgress(tenant, "FIRM");
        put(
                        SALES,
                        number,
                        "/items/item-1/offer",
                        Map.of(
                                "termMonths",
                                termMonths,
                                "monthlyRecurring",
                                "900.00",
                                "nonRecurring",
                                "0.00",
                                "installInterval",
                                Map.of("value", 25, "unit", "BUSINESS_DAYS")))
                .expectStatus()
                .isOk();
        put(ENGINEER, number, "/engineering", Map.of("status", "COMPLETE", "technicalRequirements", "Single-mode"))
                .expectStatus()
                .isOk();
        put(ENGINEER, number, "/capacity", Map.of("status", "CONFIRMED"))
                .expectStatus()
                .isOk();
        post(SALES, number, "/approval", Map.of()).expectStatus().isOk();
        return number;
    }
}
