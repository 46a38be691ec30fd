package io.controlcenter.maintenance;

import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps that several integration tests of this service take; each test gets enterprises of its own. */
@TestComponent
public class MaintenancePlatform {

    public static final Tokens.Draft CHANGE = Tokens.provider("CHANGE_MANAGER");
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Api api;
    private final Events events;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final TestClock clock;

    MaintenancePlatform(Api api, Events events, JdbcClient db, TransactionTemplate transaction, TestClock clock) {
        this.api = api;
        this.events = events;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An enterprise with accounts {@code <id>-A} and {@code <id>-B}, and a service on each in a city of its own. */
    public record Tenant(String enterprise, String serviceA, String serviceB) {

        public Tokens.Draft noc() {
            return Tokens.customer(enterprise, "MAINT_VIEW", "MAINT_INQUIRE");
        }

        public String accountA() {
            return enterprise + "-A";
        }

        public String circuitA() {
            return "CIR-" + serviceA;
        }

        public String user(String name) {
            return name + "-" + enterprise;
        }

        public String mail(String name) {
            return name + "@" + enterprise.toLowerCase(java.util.Locale.ROOT) + ".example";
        }

        public String city() {
            return "City of " + enterprise;
        }
    }

    public Tenant tenant() {
        var number = NEXT.getAndIncrement();
        var tenant = new Tenant("ENT-" + number, "S-%d1".formatted(number), "S-%d2".formatted(number));
        account(tenant, tenant.accountA(), 1);
        events.send(
                "identity.enterprise.v1",
                "identity.enterprise.created.v1",
                tenant.enterprise(),
                tenant.enterprise(),
                1,
                "{\"enterpriseId\":\"%s\",\"name\":\"Enterprise %s\",\"status\":\"ACTIVE\"}"
                        .formatted(tenant.enterprise(), tenant.enterprise()));
        accepted(tenant, "A", tenant.serviceA(), "ADD", "2026-05-01T12:00:00Z");
        accepted(tenant, "B", tenant.serviceB(), "ADD", "2026-05-01T12:00:00Z");
        await("what tenant " + tenant + " has", 4, """
                select (select count(*) from installed_service where enterprise_id = :e)
                  + (select count(*) from account_ref where enterprise_id = :e)
                  + (select count(*) from enterprise_ref where enterprise_id = :e)""", tenant.enterprise());
        return tenant;
    }

    public UUID account(Tenant tenant, String accountId, long version) {
        return events.send(
                "identity.account.v1",
                "identity.account.added.v1",
                accountId,
                tenant.enterprise(),
                version,
                "{\"accountId\":\"%s\",\"enterpriseId\":\"%s\",\"name\":\"Account v%d\",\"timeZone\":\"America/Chicago\"}"
                        .formatted(accountId, tenant.enterprise(), version));
    }

    /** An order of one service that the customer accepted. */
    public UUID accepted(Tenant tenant, String account, String serviceId, String action, String at) {
        var id = UUID.randomUUID();
        accepted(id, tenant, account, serviceId, action, at);
        return id;
    }

    public void accepted(UUID id, Tenant tenant, String account, String serviceId, String action, String at) {
        events.send(id, "order.order.v1", "order.accepted.v1", "O-" + serviceId, tenant.enterprise(), 9, """
                {"orderNumber":"O-%1$s","accountId":"%2$s-%3$s","acceptedAt":"%5$s","items":[{"action":"%4$s",
                 "serviceId":"%1$s","circuitId":"CIR-%1$s","productCode":"ETHERNET_1G","productName":"Ethernet",
                 "bandwidth":"1 Gbit/s","aLocation":null,"zLocation":"1 Main St","site":{"siteId":"SITE-%2$s","street":"1 Main St",
                 "city":"City of %2$s","state":"IL","postalCode":"60601","country":"US"}}]}""".formatted(
                        serviceId, tenant.enterprise(), account, action, at));
    }

    /** What identity tells of a person; waits until it is known, or was overtaken. */
    public void person(Tenant tenant, String name, String zone, String status, long version) {
        var user = tenant.user(name);
        events.send(
                "identity.user.v1",
                "identity.user." + (status.equals("ACTIVE") ? "updated" : "deactivated") + ".v1",
                user,
                null,
                version,
                """
                {"userId":"%s","username":"%s","email":"%s","firstName":"%s","lastName":"Tester","phone":null,
                 "timeZone":"%s","status":"%s","providerRoles":[]}""".formatted(user, user, tenant.mail(name), name, zone, status));
        await(user, 1, "select count(*) from person_ref where user_id = :e and version >= " + version, user);
    }

    /** A member with these permissions on these accounts; none means all. */
    public void member(Tenant tenant, String name, long version, List<String> permissions, String... accounts) {
        var user = tenant.user(name);
        membership(tenant, user, "changed", version, """
                {"userId":"%s","enterpriseId":"%s","admin":false,"permissions":%s,"allAccounts":%s,"accountIds":%s}""".formatted(
                        user,
                        tenant.enterprise(),
                        JsonMapper.shared().writeValueAsString(permissions),
                        accounts.length == 0,
                        JsonMapper.shared().writeValueAsString(accounts)));
    }

    public void revoke(Tenant tenant, String name, long version) {
        var user = tenant.user(name);
        membership(
                tenant,
                user,
                "revoked",
                version,
                "{\"userId\":\"%s\",\"enterpriseId\":\"%s\"}".formatted(user, tenant.enterprise()));
    }

    private void membership(Tenant tenant, String user, String what, long version, String data) {
        var key = user + ":" + tenant.enterprise();
        var id = events.send(
                "identity.membership.v1",
                "identity.membership." + what + ".v1",
                key,
                tenant.enterprise(),
                version,
                data);
        heard(id);
    }

    /** A repair ticket as it stands; waits until it was heard. */
    public void ticket(Tenant tenant, String number, String service, String impact, String state, long version) {
        ticket(UUID.randomUUID(), tenant, number, service, impact, state, version);
    }

    public void ticket(
            UUID id, Tenant tenant, String number, String service, String impact, String state, long version) {
        var what = version == 1 ? "created" : "state-changed";
        events.send(
                id,
                "repair.ticket.v1",
                "repair.ticket." + what + ".v1",
                number,
                tenant.enterprise(),
                version,
                """
                {"ticketNumber":"%s","accountId":"%s-%s","serviceId":"%s","circuitId":"CIR-%s","observedImpact":"%s",
                 "state":"%s","openedAt":"2026-06-01T15:00:00Z"}""".formatted(
                                number,
                                tenant.enterprise(),
                                service.equals(tenant.serviceA()) ? "A" : "B",
                                service,
                                service,
                                impact,
                                state));
        heard(id);
    }

    private void heard(UUID event) {
        await(
                "event " + event,
                1,
                "select count(*) from inbox_event where event_id = cast(:e as uuid)",
                event.toString());
    }

    public long count(String sql, String enterprise) {
        return TenantScope.call(
                TenantScope.ALL,
                () -> transaction.execute(_ ->
                        db.sql(sql).param("e", enterprise).query(Long.class).single()));
    }

    public void await(String what, long wanted, String sql, String enterprise) {
        Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(() -> count(sql, enterprise) == wanted);
    }

    /** Ten days ahead, four hours long. */
    public Map<String, Object> window(Duration ahead) {
        var start = clock.now().plus(ahead);
        return Map.of(
                "start",
                start.toString(),
                "end",
                start.plus(Duration.ofHours(4)).toString(),
                "timeZone",
                "America/Chicago");
    }

    public Map<String, Object> alternate(Duration ahead) {
        var window = new HashMap<>(window(ahead));
        window.put("kind", "ALTERNATE");
        return window;
    }

    public static Map<String, Object> outage(String... serviceIds) {
        return Map.of("serviceIds", List.of(serviceIds), "impact", "OUTAGE", "maxDurationMinutes", 60);
    }

    public Map<String, Object> gcr(List<?> windows, List<?> impacts) {
        return Map.of(
                "designation",
                "STANDARD",
                "category",
                "FIBER",
                "title",
                "Fiber splicing",
                "reason",
                "Relocation of a duct",
                "locations",
                List.of(Map.of("city", "Chicago", "state", "IL", "country", "US")),
                "windows",
                windows,
                "impacts",
                impacts);
    }

    /** A planned GCR that hits both services of each tenant, with a primary and an alternate window; its number. */
    public String planned(Tenant... tenants) {
        var services = java.util.Arrays.stream(tenants)
                .flatMap(tenant -> java.util.stream.Stream.of(tenant.serviceA(), tenant.serviceB()))
                .toArray(String[]::new);
        var body = gcr(List.of(window(Duration.ofDays(10)), alternate(Duration.ofDays(11))), List.of(outage(services)));
        return text(api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isCreated(), "gcrNumber");
    }

    public String scheduled(Tenant... tenants) {
        var number = planned(tenants);
        act(number, "confirm").expectStatus().isOk();
        return number;
    }

    public RestTestClient.ResponseSpec act(String number, String action) {
        return api.as(CHANGE)
                .post()
                .uri("/api/v1/gcrs/" + number + "/" + action)
                .exchange();
    }

    public RestTestClient.ResponseSpec act(String number, String action, Map<String, ?> body) {
        return api.post(CHANGE, "/api/v1/gcrs/" + number + "/" + action, body);
    }

    /** The event of this type that went to this enterprise. */
    public Events.Seen told(String type, String number, Tenant tenant) {
        var full = "maintenance.gcr." + type + ".v1";
        return events.await(
                event -> event.type().equals(full)
                        && event.key().equals(number)
                        && tenant.enterprise().equals(event.enterpriseId()),
                full + " of " + number + " for " + tenant.enterprise());
    }

    public Instant inDays(int days) {
        return clock.now().plus(Duration.ofDays(days));
    }

    public static JsonNode json(RestTestClient.ResponseSpec answer) {
        return JsonMapper.shared().readTree(body(answer));
    }

    public static String body(RestTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    public static String text(RestTestClient.ResponseSpec answer, String property) {
        return json(answer).path(property).asString();
    }
}
