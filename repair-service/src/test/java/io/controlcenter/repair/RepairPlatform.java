package io.controlcenter.repair;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps that several integration tests of this service take; each test gets an enterprise of its own. */
@TestComponent
public class RepairPlatform {

    /** The technician who gets every ticket unless a test says otherwise. */
    public static final Tokens.Draft TECH = Tokens.provider("TECHNICIAN").as("tech-of-all");

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Api api;
    private final Events events;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    RepairPlatform(Api api, Events events, JdbcClient db, TransactionTemplate transaction) {
        this.api = api;
        this.events = events;
        this.db = db;
        this.transaction = transaction;
    }

    /** An enterprise with two accounts, {@code <id>-A} and {@code <id>-B}, and one installed service on the first. */
    public record Tenant(String enterprise, String accountA, String accountB, String service) {

        public Tokens.Draft noc() {
            return Tokens.customer(enterprise, "REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE");
        }

        public Tokens.Draft tech() {
            return TECH.on(enterprise);
        }
    }

    public Tenant tenant() {
        var id = "ENT-" + NEXT.getAndIncrement();
        var tenant = new Tenant(id, id + "-A", id + "-B", "S-" + id);
        account(tenant.accountA(), id, 1);
        account(tenant.accountB(), id, 1);
        accepted(tenant, "O-" + id, tenant.service(), 9);
        Awaitility.await("accounts and service of " + id)
                .atMost(Duration.ofMinutes(1))
                .until(() -> count("select count(*) from account_ref where enterprise_id = :id", id) == 2
                        && count("select count(*) from service_ref where enterprise_id = :id", id) == 1);
        return tenant;
    }

    /** Counts rows of one enterprise, as that enterprise. */
    public long count(String sql, String enterprise) {
        return io.controlcenter.platform.tenancy.TenantScope.call(
                io.controlcenter.platform.tenancy.TenantScope.of(enterprise),
                () -> transaction.execute(_ ->
                        db.sql(sql).param("id", enterprise).query(Long.class).single()));
    }

    public UUID account(String accountId, String enterpriseId, long version) {
        return events.send(
                "identity.account.v1", "identity.account.added.v1", accountId, enterpriseId, version, """
                {"accountId":"%s","enterpriseId":"%s","name":"Account","timeZone":"America/Chicago","currency":"USD",
                 "customerNumber":"C-1","segment":"ENTERPRISE","status":"ACTIVE"}""".formatted(
                                accountId, enterpriseId));
    }

    /** An order that was acknowledged: its service is pending, and this care manager the contact. */
    public void acknowledged(Tenant tenant, String order, String service, String careManager, long version) {
        events.send("order.order.v1", "order.acknowledged.v1", order, tenant.enterprise(), version, """
                {"orderNumber":"%s","accountId":"%s","letter":null,"contact":null,
                 "customerCareManager":{"userId":"u","name":"%s","phone":"+1 555 0100","email":"ccm@provider.example"},
                 "items":[{"itemId":"1","action":"ADD","serviceId":"%s","productName":"Ethernet 1G","site":"HQ"},
                          {"itemId":"2","action":"CHANGE","serviceId":null,"productName":"Ethernet 1G","site":"HQ"}]}
                """.formatted(
                        order, tenant.accountA(), careManager, service));
    }

    public void careManager(Tenant tenant, String order, String name, long version) {
        events.send("order.order.v1", "order.ccm.assigned.v1", order, tenant.enterprise(), version, """
                {"orderNumber":"%s","accountId":"%s","previous":null,
                 "customerCareManager":{"userId":"u","name":"%s","phone":"+1 555 0101","email":"c2@provider.example"}}
                """.formatted(
                        order, tenant.accountA(), name));
    }

    public void accepted(Tenant tenant, String order, String service, long version) {
        events.send("order.order.v1", "order.accepted.v1", order, tenant.enterprise(), version, """
                {"orderNumber":"%s","accountId":"%s","acceptedAt":"2026-05-20T10:00:00Z","outcome":"ACCEPTED",
                 "items":[{"itemId":"1","serviceId":"%s","circuitId":"ET-%s","productCode":"EVPL-1G","productName":"Ethernet 1G",
                           "site":{"siteId":"SITE-%s","name":"Chicago office"}}]}
                """.formatted(
                        order, tenant.accountA(), service, service, tenant.enterprise()));
    }

    /** A further installed service at the same site. */
    public String another(Tenant tenant, String suffix) {
        var service = tenant.service() + suffix;
        accepted(tenant, "O-" + service, service, 9);
        Awaitility.await(service)
                .atMost(Duration.ofMinutes(1))
                .until(() -> count(
                                "select count(*) from service_ref where enterprise_id = :id and service_id = '"
                                        + service + "'",
                                tenant.enterprise())
                        == 1);
        return service;
    }

    /** A GCR with one window on the tenant's service, as maintenance tells of it. */
    public void gcr(
            Tenant tenant, String number, String what, String state, boolean overrun, String times, long version) {
        var time = times.split("/", -1);
        events.send(
                "maintenance.gcr.v1",
                "maintenance.gcr." + what + ".v1",
                number,
                tenant.enterprise(),
                version,
                """
                {"gcrNumber":"%s","sequence":%d,"title":"Fiber splicing","state":"%s",
                 "windows":[{"windowId":"%s-1","start":"%s","end":"%s","state":"%s","overrun":%s}],
                 "services":[{"serviceId":"%s","accountId":"%s","impact":"OUTAGE","windowId":"%s-1"}]}
                """.formatted(
                                number,
                                version,
                                state,
                                number,
                                time[0],
                                time[1],
                                state,
                                overrun,
                                tenant.service(),
                                tenant.accountA(),
                                number));
        Awaitility.await(what + " " + number)
                .atMost(Duration.ofMinutes(1))
                .until(() -> count(
                                "select count(*) from planned_work where enterprise_id = :id and version >= " + version,
                                tenant.enterprise())
                        > 0);
    }

    /** A member of provider staff, as identity tells of one. */
    public void staff(String userId, String phone, String status, String roles, long version) {
        events.send("identity.user.v1", "identity.user.updated.v1", userId, null, version, """
                {"userId":"%s","username":"%s","email":"%s@provider.example","firstName":"Tessa","lastName":"%s",
                 "phone":%s,"timeZone":"America/Chicago","status":"%s","providerRoles":[%s]}""".formatted(
                        userId, userId, userId, userId, phone, status, roles));
        Awaitility.await(userId)
                .atMost(Duration.ofMinutes(1))
                .until(() -> db.sql("select count(*) from technician where user_id = :id and version >= :version")
                                .param("id", userId)
                                .param("version", version)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    public void technician() {
        staff("tech-of-all", "\"+1 555 0300\"", "ACTIVE", "\"TECHNICIAN\"", 1);
    }

    /** A complete report, which tests change as they like. */
    public static Map<String, Object> report(String service) {
        var body = new HashMap<String, Object>();
        body.put("serviceId", service);
        body.put("description", "No light on port 2.");
        body.put("observedImpact", "DOWN");
        body.put("contacts", new ArrayList<>(List.of(contact("REPORTER"))));
        body.put("customerReference", "INC-77");
        return body;
    }

    public static Map<String, Object> contact(String role) {
        return Map.of("role", role, "name", "Ada Buyer", "email", "ada@acme.example", "phone", "+1 555 0142");
    }

    public ResponseSpec open(Tokens.Draft user, Map<String, Object> report) {
        return open(user, "/api/v1/tickets", report);
    }

    public ResponseSpec open(Tokens.Draft user, String path, Map<String, Object> report) {
        return api.post(user, path, report, UUID.randomUUID().toString());
    }

    /** The path of a ticket that the technician of all is accountable for. */
    public String opened(Tenant tenant) {
        var opened =
                json(open(tenant.noc(), report(tenant.service())).expectStatus().isCreated());
        return opened.path("href").asString();
    }

    public ResponseSpec work(Tenant tenant, String ticket, String step, Map<String, ?> body) {
        return api.post(tenant.tech(), ticket + "/" + step, body);
    }

    /** A ticket that is being worked on. */
    public String inProgress(Tenant tenant) {
        var ticket = opened(tenant);
        work(tenant, ticket, "start", Map.of()).expectStatus().isOk();
        return ticket;
    }

    public static final Map<String, Object> FIX = Map.of(
            "rootCause",
            Map.of("code", "FIBER_CUT", "party", "PROVIDER", "text", "Cut by an excavator."),
            "note",
            "Spliced; light levels are normal again.");

    public String resolved(Tenant tenant) {
        var ticket = inProgress(tenant);
        work(tenant, ticket, "resolve", FIX).expectStatus().isOk();
        return ticket;
    }

    public String state(Tenant tenant, String ticket) {
        return text(api.get(tenant.noc(), ticket).expectStatus().isOk(), "state");
    }

    public static JsonNode json(ResponseSpec answer) {
        var body = answer.expectBody(String.class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(body));
    }

    public static String text(ResponseSpec answer, String property) {
        return json(answer).path(property).asString();
    }
}
