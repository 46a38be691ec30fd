package io.controlcenter.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps that several integration tests of this service take; each test gets an enterprise of its own. */
@TestComponent
public class BillingPlatform {

    public static final Tokens.Draft OPERATIONS = Tokens.provider("OPERATIONS");
    public static final Tokens.Draft COORDINATOR = Tokens.provider("BILLING_COORDINATOR");
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Api api;
    private final Events events;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    BillingPlatform(Api api, Events events, JdbcClient db, TransactionTemplate transaction) {
        this.api = api;
        this.events = events;
        this.db = db;
        this.transaction = transaction;
    }

    /** An enterprise with one customer number. */
    public record Tenant(String enterprise, String customerNumber) {

        public Tokens.Draft viewer() {
            return Tokens.customer(enterprise, "BILLING_VIEW");
        }
    }

    public Tenant tenant() {
        var number = NEXT.getAndIncrement();
        var tenant = new Tenant("ENT-" + number, "C-" + number);
        enterprise(tenant, 1);
        return tenant;
    }

    public void enterprise(Tenant tenant, long version) {
        events.send(
                "identity.enterprise.v1",
                "identity.enterprise.created.v1",
                tenant.enterprise(),
                tenant.enterprise(),
                version,
                """
                {"enterpriseId":"%s","name":"Acme Manufacturing","customName":null,"segment":"ENTERPRISE",
                 "status":"ACTIVE","customerNumbers":[{"number":"%s","name":"Main"}]}""".formatted(tenant.enterprise(), tenant.customerNumber()));
    }

    public Map<String, Object> newAccount(Tenant tenant) {
        return new HashMap<>(Map.of(
                "name", "Acme Chicago",
                "enterpriseId", tenant.enterprise(),
                "customerNumber", tenant.customerNumber(),
                "billingContact", Map.of("name", "Bill Payer", "email", "bills@acme.example")));
    }

    /** An account with these properties besides the usual ones; its number. */
    public String account(Tenant tenant, Map<String, ?> more) {
        var body = newAccount(tenant);
        body.putAll(more);
        Awaitility.await("enterprise " + tenant.enterprise())
                .atMost(Duration.ofSeconds(60))
                .until(() -> api.post(OPERATIONS, "/api/v1/billing-accounts?dryRun=true", body)
                                .returnResult(String.class)
                                .getStatus()
                                .value()
                        == 200);
        return text(
                api.post(OPERATIONS, "/api/v1/billing-accounts", body)
                        .expectStatus()
                        .isCreated(),
                "accountId");
    }

    public String account(Tenant tenant) {
        return account(tenant, Map.of());
    }

    /** What order tells of an accepted order of one service; monthly price null for none. */
    public static String accepted(
            String orderNumber, String account, String commencement, String monthly, String once) {
        var service = orderNumber.replace("O-", "S-");
        return """
                {"orderNumber":"%1$s","accountId":"%2$s","acceptedAt":"%3$sT18:00:00Z","outcome":"ACCEPTED","items":[
                  {"itemId":"item-1","action":"ADD","serviceId":"%6$s","circuitId":"ET-1000001",
                   "productCode":"ETHERNET_1G","productName":"Ethernet Virtual Private Line 1 Gbit/s",
                   "site":null,"bandwidth":"1 Gbit/s","aLocation":null,"zLocation":"1 Main St, Chicago, IL 60601",
                   "charges":[
                     {"chargeId":"%1$s/item-1/MRC","type":"RECURRING",
                      "description":"Ethernet Virtual Private Line 1 Gbit/s","amount":{"amount":"%4$s","currency":"USD"}},
                     {"chargeId":"%1$s/item-1/NRC","type":"ONE_TIME",
                      "description":"Installation","amount":{"amount":"%5$s","currency":"USD"}}],
                   "commencementDate":"%3$s","termMonths":36}]}""".formatted(orderNumber, account, commencement, monthly, once, service);
    }

    public UUID accept(Tenant tenant, String data) {
        var number = JsonMapper.shared().readTree(data).path("orderNumber").asString();
        return events.send("order.order.v1", "order.accepted.v1", number, tenant.enterprise(), 1, data);
    }

    /** An installed service of 1,000.00 a month and 750.00 once; its order's number. */
    public String service(Tenant tenant, String account, String commencement) {
        var number = orderNumber();
        accept(tenant, accepted(number, account, commencement, "1000.00", "750.00"));
        awaitService(tenant, number);
        return number;
    }

    public void awaitService(Tenant tenant, String orderNumber) {
        Awaitility.await(orderNumber)
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        number(tenant, "select count(*) from rated_service where order_number = '" + orderNumber + "'")
                                > 0);
    }

    /** What a query counts among the rows of an enterprise. */
    public long number(Tenant tenant, String sql) {
        return TenantScope.call(
                TenantScope.of(tenant.enterprise()),
                () -> transaction.execute(_ -> db.sql(sql).query(Long.class).single()));
    }

    /** Changes rows of an enterprise behind the service's back. */
    public void touch(Tenant tenant, String sql) {
        TenantScope.run(
                TenantScope.of(tenant.enterprise()),
                () -> transaction.executeWithoutResult(_ -> db.sql(sql).update()));
    }

    public static String orderNumber() {
        return "O-" + (20_000_000 + NEXT.getAndIncrement());
    }

    public RestTestClient.ResponseSpec run(String cycleDate) {
        return api.post(
                OPERATIONS,
                "/api/v1/bill-runs",
                Map.of("cycleDate", cycleDate),
                UUID.randomUUID().toString());
    }

    public List<JsonNode> invoices(Tenant tenant, String account) {
        return items(api.get(tenant.viewer(), "/api/v1/invoices?sort=billDate&accountId=" + account));
    }

    public List<JsonNode> lines(Tenant tenant, JsonNode invoice) {
        return items(api.get(tenant.viewer(), invoice.path("href").asString() + "/lines?limit=100"));
    }

    public RestTestClient.ResponseSpec put(Tokens.Draft who, String path, Object body) {
        return api.as(who)
                .put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public static List<JsonNode> items(RestTestClient.ResponseSpec answer) {
        var items = json(answer.expectStatus().isOk()).path("items");
        assertThat(items.isArray()).isTrue();
        return List.copyOf(items.values());
    }

    /** What a problem says is wrong. */
    public static List<String> pointers(JsonNode problem) {
        return problem.path("errors").values().stream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    public static JsonNode json(RestTestClient.ResponseSpec answer) {
        var body = answer.expectBody(String.class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(body));
    }

    public static String text(RestTestClient.ResponseSpec answer, String property) {
        return json(answer).path(property).asString();
    }
}
