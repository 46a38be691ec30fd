package io.controlcenter.notification;

import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the other services tell, and what several tests look at; each test gets an enterprise of its own. */
@TestComponent
public class NotificationPlatform {

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private final Events events;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    NotificationPlatform(Events events, JdbcClient db, TransactionTemplate transaction) {
        this.events = events;
        this.db = db;
        this.transaction = transaction;
    }

    /** An enterprise with two accounts, {@code <id>-A} and {@code <id>-B}, in Chicago, and a billing contact. */
    public record Tenant(String enterprise, String accountA, String accountB) {

        public Tokens.Draft member(String user, String... permissions) {
            return Tokens.customer(enterprise, permissions).as(user);
        }

        public String user(String name) {
            return name + "-" + enterprise.substring(4);
        }

        public String mail(String name) {
            return user(name) + "@acme.example";
        }
    }

    public Tenant tenant() {
        var id = "ENT-" + NEXT.getAndIncrement();
        var tenant = new Tenant(id, id + "-A", id + "-B");
        events.send("identity.enterprise.v1", "identity.enterprise.created.v1", id, id, 1, """
                {"enterpriseId":"%s","name":"Acme Manufacturing","customName":null,"segment":"ENTERPRISE",
                 "status":"ACTIVE","customerNumbers":[{"number":"C-%s","name":"Acme"}]}""".formatted(id, id));
        account(tenant, tenant.accountA(), 1);
        account(tenant, tenant.accountB(), 1);
        billing(tenant, tenant.accountA(), null);
        await(
                "accounts of " + id,
                () -> count("account_ref", "enterprise_id", id) == 2
                        && count("billing_account_ref", "enterprise_id", id) == 1
                        && count("enterprise_ref", "enterprise_id", id) == 1);
        return tenant;
    }

    public void account(Tenant tenant, String accountId, long version) {
        events.send(
                "identity.account.v1",
                "identity.account.added.v1",
                accountId,
                tenant.enterprise(),
                version,
                """
                {"accountId":"%s","enterpriseId":"%s","name":"Account","timeZone":"America/Chicago","currency":"USD",
                 "customerNumber":"C-%s","segment":"ENTERPRISE","status":"ACTIVE"}""".formatted(accountId, tenant.enterprise(), tenant.enterprise()));
    }

    /** @param delivery PAPER, PAPERLESS or null */
    public void billing(Tenant tenant, String accountId, String delivery) {
        events.send(
                "billing.account.v1", "billing.account.created.v1", accountId, tenant.enterprise(), 1, """
                {"accountId":"%s","enterpriseId":"%s","name":"Account","customerNumber":"C-%s","segment":"ENTERPRISE",
                 "currency":"USD","timeZone":"America/Chicago","billCycleDay":15,"billingMode":"ADVANCE",
                 "delivery":%s,"billingContact":{"name":"Bill Payer","email":"%s"},
                 "createdAt":"2026-06-01T15:00:00Z"}""".formatted(
                                accountId,
                                tenant.enterprise(),
                                tenant.enterprise(),
                                delivery == null ? "null" : "\"" + delivery + "\"",
                                tenant.mail("payer")));
    }

    public void person(Tenant tenant, String name, String zone, String status, long version) {
        var what = status.equals("ACTIVE") ? "updated" : "deactivated";
        var user = tenant.user(name);
        events.send("identity.user.v1", "identity.user." + what + ".v1", user, null, version, """
                {"userId":"%s","username":"%s","email":"%s","firstName":"%s","lastName":"Tester","phone":null,
                 "timeZone":"%s","status":"%s","providerRoles":[]}""".formatted(
                        user, user, tenant.mail(name), name, zone, status));
        await(user, () -> count("person", "version = " + version + " and user_id", user) == 1);
    }

    /** A member with these permissions on these accounts; none means all. */
    public void member(Tenant tenant, String name, List<String> permissions, String... accounts) {
        person(tenant, name, "America/New_York", "ACTIVE", 1);
        membership(tenant, name, 1, permissions, accounts);
    }

    /** Somebody who administers the enterprise. */
    public void administrator(Tenant tenant, String name) {
        person(tenant, name, "America/New_York", "ACTIVE", 1);
        var user = tenant.user(name);
        events.send(
                "identity.membership.v1",
                "identity.membership.granted.v1",
                user + ":" + tenant.enterprise(),
                tenant.enterprise(),
                1,
                """
                {"userId":"%s","enterpriseId":"%s","admin":true,"permissions":[],"allAccounts":true,"accountIds":[]}""".formatted(user, tenant.enterprise()));
        await(user, () -> count("membership", "admin and user_id", user) == 1);
    }

    public void membership(Tenant tenant, String name, long version, List<String> permissions, String... accounts) {
        var user = tenant.user(name);
        var key = user + ":" + tenant.enterprise();
        events.send(
                "identity.membership.v1",
                "identity.membership.changed.v1",
                key,
                tenant.enterprise(),
                version,
                """
                {"userId":"%s","enterpriseId":"%s","admin":false,"permissions":[%s],"allAccounts":%s,
                 "accountIds":[%s]}""".formatted(
                                user,
                                tenant.enterprise(),
                                quoted(permissions.stream()),
                                accounts.length == 0,
                                quoted(Stream.of(accounts))));
        await(key, () -> count("membership", "version >= " + version + " and user_id", user) == 1);
    }

    public void revoke(Tenant tenant, String name, long version) {
        var user = tenant.user(name);
        var key = user + ":" + tenant.enterprise();
        events.send(
                "identity.membership.v1",
                "identity.membership.revoked.v1",
                key,
                tenant.enterprise(),
                version,
                """
                {"userId":"%s","enterpriseId":"%s"}""".formatted(user, tenant.enterprise()));
        await(key, () -> count("membership", "revoked and user_id", user) == 1);
    }

    private static String quoted(Stream<String> values) {
        return values.map(value -> "\"" + value + "\"").collect(Collectors.joining(","));
    }

    public static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(condition);
    }

    /** Rows of a table in which a column has a value. */
    public long count(String table, String column, String value) {
        return inAll(() -> db.sql("select count(*) from " + table + " where " + column + " = :value")
                .param("value", value)
                .query(Long.class)
                .single());
    }

    /** The states of the messages about something, by recipient and kind: {@code someone@acme.example BILL_READY sent}. */
    public Set<String> states(String aggregateId) {
        return inAll(
                () -> db.sql("""
                        select recipient || ' ' || kind || ' ' || state || coalesce(' ' || reason, '') from message
                        where aggregate_id = :id""").param("id", aggregateId).query(String.class).set());
    }

    public <T> T inAll(java.util.function.Supplier<T> work) {
        return TenantScope.call(TenantScope.ALL, () -> transaction.execute(_ -> work.get()));
    }

    public static JsonNode json(RestTestClient.ResponseSpec answer) {
        var body = answer.expectBody(String.class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(body));
    }
}
