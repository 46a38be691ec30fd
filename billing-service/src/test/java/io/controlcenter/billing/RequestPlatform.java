package io.controlcenter.billing;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.MoneyPlatform.dollars;

import io.controlcenter.billing.MoneyPlatform.Debtor;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Steps of tests in which somebody asks or disputes. */
@TestComponent
public class RequestPlatform {

    private final Api api;
    private final Events events;

    RequestPlatform(Api api, Events events) {
        this.api = api;
        this.events = events;
    }

    public static Map<String, Object> body(Debtor debtor, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "accountId", debtor.account(),
                "type", "INQUIRY",
                "subtype", "GENERAL",
                "description", "What is this charge?",
                "contact", Map.of("name", "Ada Buyer", "email", "ada@acme.example")));
        body.putAll(more);
        return body;
    }

    public RestTestClient.ResponseSpec create(Tokens.Draft by, Debtor debtor, Map<String, ?> more) {
        return api.post(
                by,
                "/api/v1/billing-requests",
                body(debtor, more),
                UUID.randomUUID().toString());
    }

    /** So much of a line of the first invoice. */
    public RestTestClient.ResponseSpec dispute(Debtor debtor, String line, String amount) {
        return create(
                debtor.payer(),
                debtor,
                Map.of(
                        "type",
                        "DISPUTE",
                        "subtype",
                        "INCORRECT_CHARGE",
                        "invoiceNumber",
                        debtor.invoice(),
                        "lines",
                        List.of(Map.of("lineId", line, "amountDisputed", dollars(amount)))));
    }

    public JsonNode act(Tokens.Draft by, JsonNode request, String action, Map<String, ?> body) {
        return json(api.post(by, request.path("href").asString() + "/" + action, body)
                .expectStatus()
                .isOk());
    }

    public RestTestClient.ResponseSpec refused(Tokens.Draft by, JsonNode request, String action, Map<String, ?> body) {
        return api.post(by, request.path("href").asString() + "/" + action, body);
    }

    public JsonNode read(Debtor debtor, JsonNode request) {
        return json(api.get(debtor.payer(), request.path("href").asString())
                .expectStatus()
                .isOk());
    }

    /** A coordinator of this id, known by event. */
    private String coordinator() {
        var id = UUID.randomUUID().toString();
        events.send("identity.user.v1", "identity.user.activated.v1", id, null, 2, """
                {"userId":"%s","username":"bea","email":"bea@provider.example","firstName":"Bea","lastName":"Biller",
                 "phone":"+1 303 555 0100","timeZone":null,"status":"ACTIVE","providerRoles":["BILLING_COORDINATOR"]}""".formatted(id));
        return id;
    }

    /** A request that a coordinator has taken on and looks into. */
    public JsonNode researching(JsonNode request) {
        act(COORDINATOR, request, "acknowledge", Map.of());
        var id = coordinator();
        Awaitility.await("coordinator")
                .atMost(Duration.ofSeconds(60))
                .until(() -> refused(COORDINATOR, request, "assign?dryRun=true", Map.of("userId", id))
                                .returnResult(String.class)
                                .getStatus()
                                .value()
                        == 200);
        act(COORDINATOR, request, "assign", Map.of("userId", id));
        return act(COORDINATOR, request, "research", Map.of());
    }
}
