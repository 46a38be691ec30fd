package io.controlcenter.identity.enterprises;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.name;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TenantWalls;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Enterprises, customer numbers, accounts and account teams, and the walls between them. */
@IdentityServiceTest
class EnterprisesIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private static String path(IdentityPlatform.Tenant tenant) {
        return "/api/v1/enterprises/" + tenant.enterprise();
    }

    private static String newNumber() {
        return "C-" + ThreadLocalRandom.current().nextInt(200_000_000, 999_999_999);
    }

    private static String newAccount() {
        return "A-" + ThreadLocalRandom.current().nextInt(200_000_000, 999_999_999);
    }

    @Test
    void an_operator_creates_an_enterprise_with_its_customer_numbers() {
        var number = newNumber();
        var body = Map.of(
                "name",
                "Globex Carrier",
                "customName",
                "Globex",
                "segment",
                "NATIONAL_WHOLESALE",
                "selfRegistration",
                true,
                "customerNumbers",
                List.of(Map.of("number", number, "name", "East"), Map.of("name", "West")));
        var created = json(
                api.post(OPERATOR, "/api/v1/enterprises", body).expectStatus().isCreated());
        var id = created.path("enterpriseId").asString();
        assertThat(id).matches("ENT-\\d{6,}");
        assertThat(created.at("/customerNumbers/0/number").asString()).isEqualTo(number);
        assertThat(created.at("/customerNumbers/1/number").asString()).matches("C-\\d{6,}");
        var told = events.await("identity.enterprise.created.v1", id);
        assertThat(told.enterpriseId()).isEqualTo(id);
        assertThat(told.data().path("segment").asString()).isEqualTo("NATIONAL_WHOLESALE");
        assertThat(json(api.post(OPERATOR, "/api/v1/enterprises", body)
                                .expectStatus()
                                .isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/customerNumbers/0/number");
        assertThat(problem(api.post(OPERATOR.on(id), "/api/v1/enterprises", body)))
                .isEqualTo("400 enterprise-not-expected");
        api.get(OPERATOR, "/api/v1/enterprises?segment=NATIONAL_WHOLESALE")
                .expectStatus()
                .isOk();
    }

    @Test
    void an_administrator_changes_what_is_theirs_and_the_provider_the_rest() {
        var tenant = platform.tenant();
        var changed = json(
                platform.patch(tenant.admin(), path(tenant), Map.of("customName", "Acme", "selfRegistration", true))
                        .expectStatus()
                        .isOk());
        assertThat(changed.path("customName").asString()).isEqualTo("Acme");
        assertThat(changed.path("name").asString()).isEqualTo("Acme Manufacturing");
        assertThat(json(api.get(tenant.admin(), path(tenant)).expectStatus().isOk())
                        .path("customName")
                        .asString())
                .isEqualTo("Acme");
        assertThat(problem(platform.patch(tenant.admin(), path(tenant), Map.of("status", "INACTIVE"))))
                .isEqualTo("403 accessDenied");
        assertThat(events.await("identity.enterprise.updated.v1", tenant.enterprise())
                        .version())
                .isEqualTo(2);
        api.as(tenant.admin())
                .patch()
                .uri(path(tenant))
                .header("If-Match", "\"1\"")
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .body(Map.of("customName", "Late"))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void an_account_that_billing_opens_takes_its_place_once_however_often_it_is_told() {
        var tenant = platform.tenant();
        var account = newAccount();
        var number = tenant.numbers().getLast();
        var data = """
                {"accountId":"%s","name":"Plant 7","enterpriseId":"%s","customerNumber":"%s","segment":"ENTERPRISE",
                 "currency":"USD","timeZone":"America/Denver"}""".formatted(account, tenant.enterprise(), number);
        var id = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            events.send(id, "billing.account.v1", "billing.account.created.v1", account, tenant.enterprise(), 1, data);
        }
        platform.opened(account, tenant.enterprise(), number);
        var added = events.await("identity.account.added.v1", account);
        assertThat(added.data().path("customerNumber").asString()).isEqualTo(number);
        assertThat(added.data().path("timeZone").asString()).isEqualTo("America/Denver");
        var after = newAccount();
        platform.opened(after, tenant.enterprise(), number);
        events.await("identity.account.added.v1", after);
        assertThat(events.of(account))
                .filteredOn(event -> event.type().equals("identity.account.added.v1"))
                .hasSize(1);
        var hierarchy = json(api.get(tenant.admin(), path(tenant) + "/hierarchy")
                .expectStatus()
                .isOk());
        assertThat(hierarchy.at("/customerNumbers/0/accounts").size()).isZero();
        assertThat(hierarchy.at("/customerNumbers/1/accounts/0/accountId").asString())
                .isEqualTo(account);
        var narrow = json(api.get(tenant.admin().onlyAccounts(after), path(tenant) + "/hierarchy"));
        assertThat(narrow.at("/customerNumbers/1/accounts").size())
                .as("only assigned accounts")
                .isEqualTo(1);
    }

    @Test
    void an_unreadable_account_goes_to_the_dead_letters_and_the_next_one_is_handled() {
        var tenant = platform.tenant();
        var bad = newAccount();
        events.send(
                "billing.account.v1",
                "billing.account.created.v1",
                bad,
                tenant.enterprise(),
                1,
                "{\"accountId\":\"%s\"}".formatted(bad));
        platform.account(tenant);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> deadLetters(bad) == 1);
    }

    private long deadLetters(String key) {
        return db.sql("select count(*) from dead_letter where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    @Test
    void an_account_told_of_before_its_customer_number_moves_in_when_the_number_comes() {
        var tenant = platform.tenant();
        var number = newNumber();
        var account = newAccount();
        platform.opened(account, tenant.enterprise(), number);
        awaitWaiting(account);
        api.post(OPERATOR, path(tenant) + "/customer-numbers", Map.of("number", number, "name", "South"))
                .expectStatus()
                .isCreated();
        assertThat(events.await("identity.account.added.v1", account)
                        .data()
                        .path("customerNumber")
                        .asString())
                .isEqualTo(number);
        assertThat(problem(api.post(
                        OPERATOR, path(tenant) + "/customer-numbers", Map.of("number", number, "name", "Again"))))
                .isEqualTo("409 customer-number-taken");
    }

    private void awaitWaiting(String account) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> db.sql("select count(*) from unplaced_account where account_id = :id")
                                .param("id", account)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    @Test
    void a_missing_account_is_added_by_its_number() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var account = newAccount();
        platform.opened(account, tenant.enterprise(), newNumber());
        awaitWaiting(account);
        var add =
                Map.of("accountId", account, "customerNumber", tenant.numbers().getFirst());
        assertThat(problem(api.post(
                        tenant.admin(),
                        path(tenant) + "/accounts",
                        Map.of("accountId", account, "customerNumber", "C-0"))))
                .isEqualTo("422 referenceNotFound");
        api.post(tenant.admin(), path(tenant) + "/accounts", add).expectStatus().isCreated();
        events.await("identity.account.added.v1", account);
        assertThat(problem(api.post(tenant.admin(), path(tenant) + "/accounts", add)))
                .isEqualTo("409 account-added-already");
        var there =
                Map.of("accountId", account, "customerNumber", other.numbers().getFirst());
        assertThat(problem(api.post(other.admin(), path(other) + "/accounts", there)))
                .isEqualTo("409 account-assigned-elsewhere");
        var unknown =
                Map.of("accountId", "A-1", "customerNumber", tenant.numbers().getFirst());
        assertThat(problem(api.post(tenant.admin(), path(tenant) + "/accounts", unknown)))
                .isEqualTo("404 notFound");
    }

    @Test
    void an_account_leaves_with_every_grant_that_names_it_and_can_be_added_elsewhere() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var kept = platform.account(tenant);
        var user = platform.member(
                tenant,
                name("holder"),
                Map.of("permissions", List.of("BILLING_VIEW"), "accountIds", List.of(account, kept)));
        platform.delete(OPERATOR, path(tenant) + "/accounts/" + account)
                .expectStatus()
                .isNoContent();
        var removed = events.await("identity.account.removed.v1", account);
        assertThat(removed.version())
                .isGreaterThan(
                        events.await("identity.account.added.v1", account).version());
        var changed = events.await("identity.membership.changed.v1", user + ":" + tenant.enterprise());
        assertThat(changed.data().path("accountIds").size()).isEqualTo(1);
        assertThat(changed.data().path("accountIds").get(0).asString()).isEqualTo(kept);
        platform.delete(OPERATOR, path(tenant) + "/accounts/" + account)
                .expectStatus()
                .isNotFound();
        var other = platform.tenant();
        var add = Map.of("accountId", account, "customerNumber", other.numbers().getFirst());
        api.post(other.admin(), path(other) + "/accounts", add).expectStatus().isCreated();
    }

    @Test
    void a_team_has_exactly_one_primary_contact() {
        var tenant = platform.tenant();
        var team = path(tenant) + "/account-team";
        var success = Tokens.provider("CUSTOMER_SUCCESS");
        assertThat(problem(api.post(success, team, member("SALES", false)))).isEqualTo("409 primary-missing");
        api.post(success, team, member("CUSTOMER_SUCCESS", true)).expectStatus().isCreated();
        assertThat(problem(api.post(success, team, member("SALES", true)))).isEqualTo("409 primary-exists");
        assertThat(problem(api.post(success, team, member("JESTER", false)))).isEqualTo("422 referenceNotFound");
        api.post(success, team, member("SALES", false)).expectStatus().isCreated();
        var seen = json(api.get(Tokens.customer(tenant.enterprise(), "BILLING_VIEW"), team)
                .expectStatus()
                .isOk());
        assertThat(seen.at("/members/0/primary").asBoolean()).isTrue();
        assertThat(seen.at("/members/0/responsibility").asString()).contains("primary point of contact");
        assertThat(seen.path("members").size()).isEqualTo(2);
        var two = Map.of("members", List.of(member("SALES", true), member("CCM", true)));
        assertThat(problem(platform.put(success, team, two))).isEqualTo("409 primary-exists");
        var none = Map.of("members", List.of(member("SALES", false)));
        assertThat(problem(platform.put(success, team, none))).isEqualTo("409 primary-missing");
        var swapped = Map.of("members", List.of(member("SALES", true), member("CUSTOMER_SUCCESS", false)));
        assertThat(json(platform.put(success, team, swapped).expectStatus().isOk())
                        .at("/members/0/role")
                        .asString())
                .isEqualTo("SALES");
    }

    private static Map<String, Object> member(String role, boolean primary) {
        return Map.of("role", role, "name", "Sam Success", "email", "sam@provider.example", "primary", primary);
    }

    @Test
    void nothing_of_another_enterprise_is_seen_or_touched() {
        var tenant = platform.tenant();
        platform.account(tenant);
        platform.member(tenant, name("walled"), Map.of("admin", true));
        api.post(
                        OPERATOR,
                        "/api/v1/api-clients",
                        Map.of(
                                "name",
                                "Walled",
                                "kind",
                                "CONFIDENTIAL",
                                "permissions",
                                List.of("ORDER_VIEW"),
                                "enterpriseIds",
                                List.of(tenant.enterprise())))
                .expectStatus()
                .isCreated();
        api.post(OPERATOR, path(tenant) + "/account-team", member("SALES", true))
                .expectStatus()
                .isCreated();
        var other = platform.tenant();
        var stranger = other.admin();
        api.get(stranger, path(tenant)).expectStatus().isNotFound();
        api.get(stranger, path(tenant) + "/hierarchy").expectStatus().isNotFound();
        api.get(stranger, path(tenant) + "/account-team").expectStatus().isNotFound();
        platform.patch(stranger, path(tenant), Map.of("customName", "Mine"))
                .expectStatus()
                .isNotFound();
        api.post(stranger, path(tenant) + "/accounts", Map.of("accountId", "A-1", "customerNumber", "C-1"))
                .expectStatus()
                .isNotFound();
        api.get(OPERATOR.on(other.enterprise()), path(tenant)).expectStatus().isNotFound();
        var walls = new TenantWalls(db, transaction);
        assertThat(walls.leaked(tenant.enterprise(), TenantScope.of(other.enterprise())))
                .isEmpty();
        assertThat(walls.touched(tenant.enterprise(), TenantScope.of(other.enterprise())))
                .isEmpty();
        assertThat(walls.leaked(tenant.enterprise(), TenantScope.of(tenant.enterprise())))
                .containsKeys(
                        "enterprise",
                        "customer_number",
                        "billing_account",
                        "membership",
                        "account_team_member",
                        "api_client_enterprise",
                        "audit_entry");
    }
}
