package io.controlcenter.order;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps that several integration tests of this service take; each test gets an enterprise of its own. */
@TestComponent
public class OrderPlatform {

    public static final Tokens.Draft CCM = Tokens.provider("CCM");
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Api api;
    private final Events events;
    private final JdbcClient db;

    OrderPlatform(Api api, Events events, JdbcClient db) {
        this.api = api;
        this.events = events;
        this.db = db;
    }

    /** An enterprise with two accounts, {@code <id>-A} and {@code <id>-B}, in Chicago. */
    public record Tenant(String enterprise, String accountA, String accountB) {

        public Tokens.Draft buyer() {
            return Tokens.customer(enterprise, "ORDER_VIEW", "ORDER_WRITE");
        }
    }

    public Tenant tenant() {
        var id = "ENT-" + NEXT.getAndIncrement();
        var tenant = new Tenant(id, id + "-A", id + "-B");
        account(tenant.accountA(), id, 1);
        account(tenant.accountB(), id, 1);
        Awaitility.await("accounts of " + id).atMost(Duration.ofSeconds(60)).until(() -> accountsExist(tenant));
        return tenant;
    }

    private boolean accountsExist(Tenant tenant) {
        var wanted = List.of(tenant.accountA(), tenant.accountB());
        return wanted.stream()
                .allMatch(account -> api.get(tenant.buyer(), "/api/v1/services?accountId=" + account)
                                .returnResult(String.class)
                                .getStatus()
                                .value()
                        == 200);
    }

    public UUID account(String accountId, String enterpriseId, long version) {
        return account(accountId, enterpriseId, "USD", version);
    }

    public UUID account(String accountId, String enterpriseId, String currency, long version) {
        return events.send(
                "identity.account.v1", "identity.account.added.v1", accountId, enterpriseId, version, """
                {"accountId":"%s","enterpriseId":"%s","name":"Account","timeZone":"America/Chicago","currency":"%s",
                 "customerNumber":"C-1","segment":"ENTERPRISE","status":"ACTIVE"}""".formatted(
                                accountId, enterpriseId, currency));
    }

    /** A care manager, as identity tells of one. */
    public void staff(String userId, String phone, String status, String roles, long version) {
        events.send("identity.user.v1", "identity.user.updated.v1", userId, null, version, """
                {"userId":"%s","username":"%s","email":"%s@provider.example","firstName":"Care","lastName":"%s",
                 "phone":%s,"timeZone":"America/Chicago","status":"%s","providerRoles":[%s]}""".formatted(
                        userId, userId, userId, userId, phone, status, roles));
        Awaitility.await(userId)
                .atMost(Duration.ofSeconds(60))
                .until(() -> db.sql("select count(*) from care_manager where user_id = :id and version >= :version")
                                .param("id", userId)
                                .param("version", version)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    /** A care manager whom every letter can name. */
    public void careManager() {
        staff("ccm-of-all", "\"+1 555 0100\"", "ACTIVE", "\"CCM\"", 1);
    }

    public String site(Tenant tenant, String city) {
        return text(
                api.post(
                                tenant.buyer(),
                                "/api/v1/sites",
                                Map.of(
                                        "name",
                                        city + " office",
                                        "street",
                                        "1 Main St",
                                        "city",
                                        city,
                                        "state",
                                        "IL",
                                        "postalCode",
                                        "60601",
                                        "country",
                                        "US"))
                        .expectStatus()
                        .isCreated(),
                "siteId");
    }

    public Map<String, Object> order(Tenant tenant, String requestedDate, String... siteIds) {
        var items = new java.util.ArrayList<Map<String, Object>>();
        for (var siteId : siteIds) {
            items.add(Map.of(
                    "itemId",
                    "item-" + (items.size() + 1),
                    "productCode",
                    "ETHERNET_1G",
                    "siteId",
                    siteId,
                    "termMonths",
                    36));
        }
        return Map.of(
                "accountId",
                tenant.accountA(),
                "externalId",
                "PO-77",
                "requestedDate",
                Map.of("kind", "FIRM_DATE", "date", requestedDate),
                "contact",
                Map.of("name", "Ada Buyer", "email", "ada@acme.example"),
                "items",
                items);
    }

    /** A confirmed and submitted order of two services at two sites; its number. */
    public String submitted(Tenant tenant) {
        return submitted(tenant, order(tenant, "2026-06-20", site(tenant, "Chicago"), site(tenant, "Denver")));
    }

    /** Any order, confirmed and submitted; its number. */
    public String submitted(Tenant tenant, Map<String, ?> body) {
        var number = text(
                api.post(tenant.buyer(), "/api/v1/orders", body).expectStatus().isCreated(), "orderNumber");
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/requirements-confirmation")
                .expectStatus()
                .isOk();
        api.post(
                        tenant.buyer(),
                        "/api/v1/orders/" + number + "/submit",
                        Map.of(),
                        UUID.randomUUID().toString())
                .expectStatus()
                .isOk();
        return number;
    }

    public RestTestClient.ResponseSpec milestone(Tenant tenant, String number, String code, Map<String, ?> body) {
        return api.post(CCM.on(tenant.enterprise()), "/api/v1/orders/" + number + "/milestones/" + code, body);
    }

    /** A submitted order brought to the connection notice. */
    public String awaitingAcceptance(Tenant tenant) {
        var number = submitted(tenant);
        milestone(tenant, number, "CCD_SET", Map.of("date", "2026-06-20"))
                .expectStatus()
                .isOk();
        for (var code :
                List.of("DESIGN_COMPLETE", "INSTALL_COMPLETE", "TEST_AND_TURN_UP_PASSED", "CONNECTION_NOTICE_SENT")) {
            milestone(tenant, number, code, Map.of()).expectStatus().isOk();
        }
        return number;
    }

    public static JsonNode json(RestTestClient.ResponseSpec answer) {
        var body = answer.expectBody(String.class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(body));
    }

    public static String text(RestTestClient.ResponseSpec answer, String property) {
        return json(answer).path(property).asString();
    }
}
