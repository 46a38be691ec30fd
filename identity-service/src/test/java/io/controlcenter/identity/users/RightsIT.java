package io.controlcenter.identity.users;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.name;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static io.controlcenter.identity.IdentityPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Rights by section, by group and by example, and what leaves the list as a file. */
@IdentityServiceTest
class RightsIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private static String path(String userId) {
        return "/api/v1/users/" + userId;
    }

    private static String membership(String userId, IdentityPlatform.Tenant tenant) {
        return path(userId) + "/memberships/" + tenant.enterprise();
    }

    private String group(IdentityPlatform.Tenant tenant, String name, String... accounts) {
        return text(
                api.post(
                                tenant.admin(),
                                "/api/v1/account-groups",
                                Map.of("name", name, "accountIds", Arrays.asList(accounts)))
                        .expectStatus()
                        .isCreated(),
                "groupId");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode lastGrant(String userId, IdentityPlatform.Tenant tenant, int events) {
        var key = userId + ":" + tenant.enterprise();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> this.events.of(key).size() >= events);
        return this.events.of(key).getLast().data();
    }

    @Test
    void a_section_grants_all_of_its_tasks_and_a_task_only_itself() {
        var tenant = platform.tenant();
        var userId = platform.member(
                tenant,
                name("section"),
                Map.of("sections", List.of("REPAIR"), "permissions", List.of("BILLING_VIEW"), "allAccounts", true));
        var granted = json(api.get(tenant.admin(), path(userId))).at("/memberships/0/permissions");
        assertThat(texts(granted)).containsExactly("REPAIR_VIEW", "REPAIR_WRITE", "REPAIR_ESCALATE", "BILLING_VIEW");
        var all = json(platform.put(
                tenant.admin(), membership(userId, tenant), Map.of("sections", List.of("ADMINISTRATION"))));
        assertThat(all.path("admin").asBoolean())
                .as("it holds ENTERPRISE_ADMIN")
                .isTrue();
        assertThat(problem(platform.put(
                        tenant.admin(), membership(userId, tenant), Map.of("sections", List.of("KITCHEN")))))
                .isEqualTo("422 invalidValue");
        var catalogue = json(api.get(tenant.admin(), "/api/v1/permissions"));
        assertThat(catalogue.at("/sections/2/code").asString()).isEqualTo("REPAIR");
        assertThat(catalogue.at("/sections/2/permissions").size()).isEqualTo(3);
    }

    @Test
    void somebody_gets_the_same_rights_as_somebody_else() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var group = group(tenant, "Plants", account);
        var model = platform.member(
                tenant, name("model"), Map.of("sections", List.of("BILLING"), "accountGroupIds", List.of(group)));
        var same = Map.of("sameAsUserId", model);
        var copy = json(platform.invite(tenant.admin(), name("copy"), Map.of("membership", same))
                .expectStatus()
                .isCreated());
        assertThat(copy.at("/memberships/0/permissions"))
                .isEqualTo(json(api.get(tenant.admin(), path(model))).at("/memberships/0/permissions"));
        assertThat(copy.at("/memberships/0/accountGroupIds/0").asString()).isEqualTo(group);
        assertThat(copy.at("/memberships/0/effectiveAccountIds/0").asString()).isEqualTo(account);
        var boss = platform.member(tenant, name("boss"), Map.of("admin", true));
        var userAdmin = Tokens.customer(tenant.enterprise(), "USER_ADMIN");
        assertThat(problem(platform.invite(userAdmin, name("a"), Map.of("membership", Map.of("sameAsUserId", boss)))))
                .as("nobody copies their way to the top")
                .isEqualTo("403 administrator-required");
        var stranger = platform.member(platform.tenant(), name("stranger"), Map.of("admin", true));
        var foreign =
                json(platform.invite(tenant.admin(), name("a"), Map.of("membership", Map.of("sameAsUserId", stranger)))
                        .expectStatus()
                        .isEqualTo(422));
        assertThat(foreign.at("/errors/0/pointer").asString()).isEqualTo("/membership/sameAsUserId");
        assertThat(foreign.path("code").asString()).isEqualTo("referenceNotFound");
        assertThat(problem(platform.put(
                        tenant.admin(), membership(boss, tenant), Map.of("sameAsUserId", model, "admin", false))))
                .isEqualTo("422 invalidValue");
    }

    @Test
    void a_change_of_a_group_takes_effect_in_every_membership_at_once() {
        var tenant = platform.tenant();
        var one = platform.account(tenant);
        var two = platform.account(tenant);
        var group = group(tenant, "East", one);
        var grant = Map.of(
                "permissions", List.of("BILLING_VIEW"), "accountIds", List.of(two), "accountGroupIds", List.of(group));
        var userId = platform.member(tenant, name("grouped"), grant);
        assertThat(texts(lastGrant(userId, tenant, 1).path("accountIds"))).containsExactlyInAnyOrder(one, two);
        platform.patch(tenant.admin(), "/api/v1/account-groups/" + group, Map.of("accountIds", List.of()))
                .expectStatus()
                .isOk();
        assertThat(texts(lastGrant(userId, tenant, 2).path("accountIds"))).containsExactly(two);
        platform.patch(tenant.admin(), "/api/v1/account-groups/" + group, Map.of("accountIds", List.of(one, two)))
                .expectStatus()
                .isOk();
        lastGrant(userId, tenant, 3);
        platform.delete(OPERATOR, "/api/v1/enterprises/" + tenant.enterprise() + "/accounts/" + one)
                .expectStatus()
                .isNoContent();
        assertThat(texts(lastGrant(userId, tenant, 4).path("accountIds"))).containsExactly(two);
        assertThat(json(api.get(tenant.admin(), "/api/v1/account-groups/" + group))
                        .path("accountIds")
                        .size())
                .isEqualTo(1);
        platform.delete(tenant.admin(), "/api/v1/account-groups/" + group)
                .expectStatus()
                .isNoContent();
        var left = json(api.get(tenant.admin(), path(userId))).at("/memberships/0");
        assertThat(left.path("accountGroupIds").size()).isZero();
        assertThat(texts(left.path("accountIds"))).containsExactly(two);
    }

    @Test
    void groups_have_names_of_their_own_and_hold_accounts_of_their_enterprise() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var group = group(tenant, "North", account);
        var path = "/api/v1/account-groups/" + group;
        assertThat(problem(api.post(
                        tenant.admin(), "/api/v1/account-groups", Map.of("name", "North", "accountIds", List.of()))))
                .isEqualTo("409 account-group-name-taken");
        var wrong = json(api.post(
                        tenant.admin(),
                        "/api/v1/account-groups",
                        Map.of("name", "South", "accountIds", List.of(account, "A-0")))
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.at("/errors/0/pointer").asString()).isEqualTo("/accountIds/1");
        var nothing = new HashMap<String, Object>();
        nothing.put("name", null);
        assertThat(problem(platform.patch(tenant.admin(), path, nothing))).isEqualTo("422 missingProperty");
        assertThat(text(platform.patch(tenant.admin(), path, Map.of("name", "Far north")), "name"))
                .isEqualTo("Far north");
        assertThat(json(api.get(tenant.admin(), "/api/v1/account-groups?name=Far north"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        var other = platform.tenant();
        api.get(other.admin(), path).expectStatus().isNotFound();
        platform.patch(other.admin(), path, Map.of("name", "Mine"))
                .expectStatus()
                .isNotFound();
        platform.delete(other.admin(), path).expectStatus().isNotFound();
        assertThat(problem(platform.invite(
                        other.admin(), name("a"), Map.of("membership", Map.of("accountGroupIds", List.of(group))))))
                .isEqualTo("422 referenceNotFound");
        var narrow = Tokens.customer(tenant.enterprise(), "USER_ADMIN").onlyAccounts("A-0");
        assertThat(problem(platform.invite(
                        narrow, name("a"), Map.of("membership", Map.of("accountGroupIds", List.of(group))))))
                .as("a group with accounts beyond one's own")
                .isEqualTo("422 referenceNotFound");
        assertThat(problem(platform.patch(
                        Tokens.customer(tenant.enterprise(), "USER_ADMIN"), path, Map.of("accountIds", List.of()))))
                .isEqualTo("403 accessDenied");
    }

    @Test
    void a_null_takes_away_what_may_be_missing_and_nothing_else() {
        var tenant = platform.tenant();
        var userId = platform.member(tenant, name("phone"), Map.of("allAccounts", true));
        platform.patch(tenant.admin(), path(userId), Map.of("phone", "+1 555 0100"))
                .expectStatus()
                .isOk();
        var nothing = new HashMap<String, Object>();
        nothing.put("phone", null);
        assertThat(json(platform.patch(tenant.admin(), path(userId), nothing))
                        .path("phone")
                        .isMissingNode())
                .isTrue();
        nothing.put("email", null);
        nothing.put("timeZone", null);
        var refused = json(platform.patch(tenant.admin(), path(userId), nothing)
                .expectStatus()
                .isEqualTo(422));
        assertThat(refused.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/email", "/timeZone");
    }

    @Test
    void the_list_of_users_is_downloaded_with_the_same_filters() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var formula = name("formula");
        platform.invite(
                        tenant.admin(),
                        formula,
                        Map.of(
                                "firstName", "=cmd|'/c calc'!A0",
                                "phone", "+1 555 0100",
                                "membership",
                                        Map.of(
                                                "permissions",
                                                List.of("BILLING_VIEW", "BILLING_PAY"),
                                                "accountIds",
                                                List.of(account))))
                .expectStatus()
                .isCreated();
        for (int i = 0; i < 3; i++) {
            platform.member(tenant, name("row"), Map.of("allAccounts", true));
        }
        var answer = api.get(tenant.admin(), "/api/v1/users:export")
                .expectStatus()
                .isOk()
                .returnResult(String.class);
        assertThat(String.valueOf(answer.getResponseHeaders().getContentType())).startsWith("text/csv");
        assertThat(answer.getResponseHeaders().getContentDisposition().getFilename())
                .isEqualTo("users.csv");
        var lines = csv("/api/v1/users:export", tenant.admin()).lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).startsWith("userId,username,email");
        assertThat(lines.getLast())
                .contains(
                        "'=cmd|'/c calc'!A0",
                        ",+1 555 0100,",
                        "BILLING_VIEW BILLING_PAY",
                        account,
                        tenant.enterprise());
        assertThat(csv("/api/v1/users:export?username=" + formula, tenant.admin())
                        .lines())
                .hasSize(2);
        assertThat(csv("/api/v1/users:export?status=DELETED", tenant.admin()).lines())
                .hasSize(1);
        assertThat(problem(api.get(tenant.admin(), "/api/v1/users:export?shoeSize=44")))
                .isEqualTo("400 invalidQuery");
        assertThat(csv("/api/v1/users:export", platform.tenant().admin()).lines())
                .hasSize(1);
    }

    private String csv(String path, Tokens.Draft reader) {
        return String.valueOf(
                api.get(reader, path).expectBody(String.class).returnResult().getResponseBody());
    }

    @Test
    void a_partners_program_sees_who_it_is_too() {
        var first = platform.tenant();
        var second = platform.tenant();
        var client = json(api.post(
                        OPERATOR,
                        "/api/v1/api-clients",
                        Map.of(
                                "name",
                                "Acme robot",
                                "kind",
                                "CONFIDENTIAL",
                                "permissions",
                                List.of("ORDER_VIEW"),
                                "enterpriseIds",
                                List.of(first.enterprise(), second.enterprise())))
                .expectStatus()
                .isCreated());
        var robot = Tokens.partner(first.enterprise(), "ORDER_VIEW")
                .as(client.path("clientId").asString());
        var me = json(api.get(robot, "/api/v1/me").expectStatus().isOk());
        assertThat(me.path("clientId").asString()).isEqualTo(robot.subject());
        assertThat(me.path("name").asString()).isEqualTo("Acme robot");
        assertThat(me.path("actor").asString()).isEqualTo("PARTNER");
        assertThat(me.path("userId").isMissingNode()).isTrue();
        assertThat(me.at("/activeEnterprise/enterpriseId").asString()).isEqualTo(first.enterprise());
        var mine = json(api.get(robot, "/api/v1/me/enterprises").expectStatus().isOk());
        assertThat(mine.path("items").findValuesAsString("name")).hasSize(2);
        assertThat(mine.at("/items/0/membership/permissions/0").asString()).isEqualTo("ORDER_VIEW");
        api.get(robot.as("nobody"), "/api/v1/me").expectStatus().isNotFound();
    }

    @Test
    void of_two_administrators_who_remove_each_other_at_once_one_stays() throws Exception {
        for (int round = 0; round < 5; round++) {
            var tenant = platform.tenant();
            var one = platform.member(tenant, name("one"), Map.of("admin", true));
            var two = platform.member(tenant, name("two"), Map.of("admin", true));
            List<Callable<Integer>> both = List.of(
                    () -> platform.put(tenant.admin(), membership(one, tenant), Map.of("allAccounts", true))
                            .returnResult()
                            .getStatus()
                            .value(),
                    () -> platform.delete(tenant.admin(), membership(two, tenant))
                            .returnResult()
                            .getStatus()
                            .value());
            try (var threads = Executors.newFixedThreadPool(2)) {
                var answers = threads.invokeAll(both).stream()
                        .map(java.util.concurrent.Future::resultNow)
                        .toList();
                assertThat(answers).containsOnlyOnce(409);
            }
        }
    }
}
