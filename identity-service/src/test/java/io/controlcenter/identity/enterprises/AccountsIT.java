package io.controlcenter.identity.enterprises;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.name;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Accounts added many at once, as JSON and as a file, moved to another enterprise, and the services under them. */
@IdentityServiceTest
class AccountsIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient db;

    private static String path(IdentityPlatform.Tenant tenant) {
        return "/api/v1/enterprises/" + tenant.enterprise();
    }

    private static String newAccount() {
        return "A-" + ThreadLocalRandom.current().nextInt(200_000_000, 999_999_999);
    }

    private String waiting(String segment) {
        var account = newAccount();
        events.send(
                "billing.account.v1", "billing.account.created.v1", account, null, 1, """
                {"accountId":"%s","name":"Plant","enterpriseId":null,"customerNumber":null,"segment":"%s",
                 "currency":"USD","timeZone":"America/Denver"}""".formatted(account, segment));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> db.sql("select count(*) from unplaced_account where account_id = :id")
                                .param("id", account)
                                .query(Long.class)
                                .single()
                        == 1);
        return account;
    }

    private static List<String> results(JsonNode answer) {
        return answer.path("results").findValuesAsString("result");
    }

    @Test
    void each_line_of_many_says_what_became_of_it() {
        var tenant = platform.tenant();
        var here = platform.account(tenant);
        var elsewhere = platform.account(platform.tenant());
        var free = waiting("ENTERPRISE");
        var wholesale = waiting("NATIONAL_WHOLESALE");
        var asked = List.of(free, here, elsewhere, "A-0", wholesale, free);
        var body =
                Map.of("accountIds", asked, "customerNumber", tenant.numbers().getFirst());
        var answer = json(api.post(tenant.admin(), path(tenant) + "/accounts:bulk", body)
                .expectStatus()
                .isOk());
        assertThat(results(answer))
                .containsExactly(
                        "ADDED",
                        "ALREADY_ASSIGNED_HERE",
                        "ASSIGNED_ELSEWHERE",
                        "NOT_FOUND",
                        "SEGMENT_MISMATCH",
                        "ALREADY_ASSIGNED_HERE");
        assertThat(answer.path("added").asInt()).isEqualTo(1);
        assertThat(answer.at("/results/2").propertyNames())
                .as("nothing of the other enterprise")
                .containsExactlyInAnyOrder("line", "accountId", "result");
        events.await("identity.account.added.v1", free);
        var again = json(api.get(tenant.admin(), answer.path("href").asString())
                .expectStatus()
                .isOk());
        assertThat(again.path("results")).isEqualTo(answer.path("results"));
        api.get(platform.tenant().admin(), answer.path("href").asString())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_hundred_may_be_named_and_only_under_ones_own_customer_number() {
        var tenant = platform.tenant();
        var number = tenant.numbers().getFirst();
        var many = Map.of("accountIds", Collections.nCopies(101, "A-1"), "customerNumber", number);
        assertThat(problem(api.post(tenant.admin(), path(tenant) + "/accounts:bulk", many)))
                .isEqualTo("422 tooManyRecords");
        var none = Map.of("accountIds", List.of(), "customerNumber", number);
        assertThat(problem(api.post(tenant.admin(), path(tenant) + "/accounts:bulk", none)))
                .isEqualTo("422 missingProperty");
        var foreign = Map.of("accountIds", List.of("A-1"), "customerNumber", "C-0");
        assertThat(problem(api.post(tenant.admin(), path(tenant) + "/accounts:bulk", foreign)))
                .isEqualTo("422 referenceNotFound");
        var other = platform.tenant();
        api.post(other.admin(), path(tenant) + "/accounts:bulk", many)
                .expectStatus()
                .isEqualTo(422);
        var one = Map.of("accountIds", List.of("A-1"), "customerNumber", number);
        api.post(other.admin(), path(tenant) + "/accounts:bulk", one)
                .expectStatus()
                .isNotFound();
        assertThat(problem(api.post(
                        Tokens.customer(tenant.enterprise(), "USER_ADMIN"), path(tenant) + "/accounts:bulk", one)))
                .isEqualTo("403 accessDenied");
    }

    private RestTestClient.ResponseSpec file(
            IdentityPlatform.Tenant tenant, String query, MediaType type, byte[] file) {
        return api.as(tenant.admin())
                .post()
                .uri(path(tenant) + "/accounts:import" + query)
                .contentType(type)
                .body(file)
                .exchange();
    }

    @Test
    void a_file_names_them_in_its_first_column() {
        var tenant = platform.tenant();
        var free = waiting("ENTERPRISE");
        var query = "?customerNumber=" + tenant.numbers().getLast();
        var csv = MediaType.parseMediaType("text/csv");
        var text = "\uFEFFAccount number;x,Name\r\n\"" + free + "\",\"Plant, the 7th\"\r\n\r\nA-0,\r\n";
        var answer = json(file(tenant, query, csv, text.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isOk());
        assertThat(results(answer)).containsExactly("ADDED", "NOT_FOUND");
        assertThat(events.await("identity.account.added.v1", free)
                        .data()
                        .path("customerNumber")
                        .asString())
                .isEqualTo(tenant.numbers().getLast());
        assertThat(problem(file(tenant, query, MediaType.APPLICATION_JSON, "[]".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("415 unsupportedMediaType");
        assertThat(problem(file(tenant, query, csv, "A-1\n".repeat(101).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("422 tooManyRecords");
        assertThat(problem(file(tenant, query, csv, new byte[AccountFile.MOST_BYTES + 1])))
                .isEqualTo("413 contentTooLarge");
        assertThat(problem(file(tenant, query, csv, "accountId\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("422 missingProperty");
        assertThat(problem(file(tenant, query, csv, new byte[] {(byte) 0xff, (byte) 0xfe, 0x41})))
                .isEqualTo("400 invalidBody");
        assertThat(problem(file(tenant, query, csv, "\"A-1".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("400 invalidBody");
        assertThat(problem(file(tenant, "?customerNumber=C-0", csv, "A-1\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("422 referenceNotFound");
    }

    @Test
    void an_account_moves_with_its_services_and_without_the_rights_on_it() {
        var from = platform.tenant();
        var to = platform.tenant();
        var account = platform.account(from);
        var service = accepted(account, from.enterprise(), "ADD", "2026-06-22T15:00:00Z");
        awaitService(from, account, service, "INSTALLED");
        var user = platform.member(
                from, name("holder"), Map.of("permissions", List.of("BILLING_VIEW"), "accountIds", List.of(account)));
        var move = Map.of(
                "toEnterpriseId",
                to.enterprise(),
                "customerNumber",
                to.numbers().getFirst());
        var path = path(from) + "/accounts/" + account + "/move";
        assertThat(problem(api.post(from.admin(), path, move))).isEqualTo("403 accessDenied");
        assertThat(problem(api.post(OPERATOR.on(from.enterprise()), path, move)))
                .isEqualTo("400 enterprise-not-expected");
        var unknown = new HashMap<String, Object>(move);
        unknown.put("toEnterpriseId", "ENT-0");
        assertThat(problem(api.post(OPERATOR, path, unknown))).isEqualTo("422 referenceNotFound");
        unknown.put("toEnterpriseId", from.enterprise());
        assertThat(problem(api.post(OPERATOR, path, unknown))).isEqualTo("409 account-added-already");
        api.post(OPERATOR, path, move).expectStatus().isOk();
        var moved = events.await("identity.account.moved.v1", account);
        assertThat(moved.enterpriseId()).isEqualTo(to.enterprise());
        assertThat(moved.data().path("fromEnterpriseId").asString()).isEqualTo(from.enterprise());
        assertThat(events.of(account))
                .extracting(Events.Seen::type)
                .endsWith("identity.account.removed.v1", "identity.account.added.v1", "identity.account.moved.v1");
        assertThat(events.await("identity.membership.changed.v1", user + ":" + from.enterprise())
                        .data()
                        .path("accountIds")
                        .size())
                .isZero();
        awaitService(to, account, service, "INSTALLED");
        assertThat(json(api.get(from.admin(), path(from) + "/hierarchy")).toString())
                .doesNotContain(account, service);
        api.post(OPERATOR, path, move).expectStatus().isNotFound();
    }

    private String accepted(String account, String enterprise, String action, String at) {
        var service = "S-" + ThreadLocalRandom.current().nextInt(200_000_000, 999_999_999);
        accepted(UUID.randomUUID(), service, account, enterprise, action, at);
        return service;
    }

    private void accepted(UUID id, String service, String account, String enterprise, String action, String at) {
        events.send(id, "order.order.v1", "order.accepted.v1", "O-" + service, enterprise, 9, """
                {"orderNumber":"O-1","accountId":"%s","acceptedAt":"%s","outcome":"ACCEPTED","items":[{"itemId":"1",
                 "action":"%s","serviceId":"%s","circuitId":"ET-1","productCode":"ETHERNET_1G","productName":"Ethernet",
                 "site":{"name":"Chicago office","city":"Chicago"}}]}""".formatted(
                        account, at, action, service));
    }

    private void disconnected(String service, String account, String enterprise, String at) {
        events.send("order.order.v1", "order.disconnected.v1", "O-9" + service, enterprise, 9, """
                {"orderNumber":"O-2","accountId":"%s","disconnectedAt":"%s","items":[{"itemId":"1","action":"DELETE",
                 "serviceId":"%s"}]}""".formatted(
                        account, at, service));
    }

    private void awaitService(IdentityPlatform.Tenant tenant, String account, String service, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> json(api.get(tenant.admin(), path(tenant) + "/hierarchy"))
                        .at("/customerNumbers/0/accounts")
                        .valueStream()
                        .filter(row -> row.path("accountId").asString().equals(account))
                        .flatMap(row -> row.path("services").valueStream())
                        .anyMatch(row -> row.path("serviceId").asString().equals(service)
                                && row.path("status").asString().equals(status)));
    }

    @Test
    void services_stand_under_their_account_in_whatever_order_they_are_told_of() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var enterprise = tenant.enterprise();
        var twice = UUID.randomUUID();
        var late = "S-" + ThreadLocalRandom.current().nextInt(200_000_000, 999_999_999);
        disconnected(late, account, enterprise, "2026-07-31T15:00:00Z");
        awaitService(tenant, account, late, "DISCONNECTED");
        accepted(twice, late, account, enterprise, "ADD", "2026-06-22T15:00:00Z");
        accepted(twice, late, account, enterprise, "ADD", "2026-06-22T15:00:00Z");
        var live = accepted(account, enterprise, "ADD", "2026-06-23T15:00:00Z");
        awaitService(tenant, account, live, "INSTALLED");
        awaitService(tenant, account, late, "DISCONNECTED");
        events.send("order.order.v1", "order.accepted.v1", "O-poison", enterprise, 1, "{\"accountId\":5}");
        disconnected(live, account, enterprise, "2026-08-31T15:00:00Z");
        awaitService(tenant, account, live, "DISCONNECTED");
        var narrow = json(api.get(tenant.admin().onlyAccounts("A-0"), path(tenant) + "/hierarchy"));
        assertThat(narrow.toString()).as("only with the account").doesNotContain(live, late);
        var site = json(api.get(tenant.admin(), path(tenant) + "/hierarchy")).findValuesAsString("site");
        assertThat(site).contains("Chicago office, Chicago");
    }
}
