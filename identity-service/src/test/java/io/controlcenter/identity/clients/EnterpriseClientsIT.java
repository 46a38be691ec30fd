package io.controlcenter.identity.clients;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityPlatform.Tenant;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.PartnerClient;
import io.controlcenter.identity.permissions.Permission;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An enterprise's administrator looks after its partners' programs, and after nobody else's. */
@IdentityServiceTest
class EnterpriseClientsIT {

    private static final String CLIENTS = "/api/v1/api-clients";

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private static Tokens.Draft admin(Tenant tenant) {
        return Tokens.customer(tenant.enterprise(), Permission.names().toArray(String[]::new));
    }

    private static Map<String, Object> draft(Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("name", "Own program", "kind", "CONFIDENTIAL", "permissions", List.of("ORDER_VIEW")));
        body.putAll(more);
        return body;
    }

    private PartnerClient registered(Tokens.Draft by, Map<String, ?> more) {
        var client = json(api.post(by, CLIENTS, draft(more)).expectStatus().isCreated());
        return new PartnerClient(
                client.path("clientId").asString(), client.path("clientSecret").asString());
    }

    private static String path(PartnerClient client) {
        return CLIENTS + "/" + client.id();
    }

    private List<String> listed(Tokens.Draft by) {
        return json(api.get(by, CLIENTS).expectStatus().isOk()).path("items").findValuesAsString("clientId");
    }

    private int asked(PartnerClient client) {
        return platform.browser()
                .token(client.id(), client.secret(), Map.of("grant_type", "client_credentials"))
                .statusCode();
    }

    @Test
    void a_program_is_registered_used_changed_and_deleted_by_the_enterprise_itself() {
        var tenant = platform.tenant();
        var admin = admin(tenant);
        var client = registered(admin, Map.of());
        var seen = json(api.get(admin, path(client)).expectStatus().isOk());
        assertThat(seen.path("enterpriseIds").toString()).isEqualTo("[\"" + tenant.enterprise() + "\"]");
        assertThat(seen.path("shared").asBoolean()).isFalse();
        assertThat(seen.toString()).doesNotContain(client.secret());
        var scoped = Browser.json(platform.exchange(client.token(platform), ""));
        var claims = Browser.claims(scoped.path("access_token").asString());
        assertThat(claims.path("enterprise_id").asString()).isEqualTo(tenant.enterprise());
        assertThat(claims.path("permissions").toString()).isEqualTo("[\"ORDER_VIEW\"]");
        assertThat(claims.path("accounts").asString()).isEqualTo("*");

        var next = json(api.post(admin, path(client) + "/secrets", Map.of("previousValidFor", "PT0S"))
                .expectStatus()
                .isCreated());
        assertThat(asked(client)).isEqualTo(401);
        var renewed = new PartnerClient(client.id(), next.path("clientSecret").asString());
        assertThat(asked(renewed)).isEqualTo(200);
        platform.patch(admin, path(client), Map.of("permissions", List.of("REPAIR_VIEW", "MAINT_VIEW")))
                .expectStatus()
                .isOk();
        api.post(admin, path(client) + "/suspend").expectStatus().isOk();
        assertThat(asked(renewed)).isEqualTo(401);
        api.post(admin, path(client) + "/resume").expectStatus().isOk();
        assertThat(asked(renewed)).isEqualTo(200);

        platform.delete(admin, path(client)).expectStatus().isNoContent();
        assertThat(asked(renewed)).isEqualTo(401);
        api.get(admin, path(client)).expectStatus().isNotFound();
        platform.delete(admin, path(client)).expectStatus().isNotFound();
        assertThat(listed(admin)).isEmpty();
        assertThat(json(api.get(OPERATOR, path(client))).path("status").asString())
                .isEqualTo("DISABLED");
        assertThat(events.await(
                                event -> event.key().equals(client.id())
                                        && event.data()
                                                .path("status")
                                                .asString()
                                                .equals("DISABLED"),
                                "disabled")
                        .type())
                .isEqualTo("identity.client.changed.v1");
        assertThat(json(api.get(admin, "/api/v1/audit-entries?subjectType=client&subjectId=" + client.id())
                                .expectStatus()
                                .isOk())
                        .path("items")
                        .findValuesAsString("action"))
                .containsExactly(
                        "client.deleted",
                        "client.active",
                        "client.suspended",
                        "client.changed",
                        "client.secret-added",
                        "client.registered");
    }

    @Test
    void a_program_works_on_the_accounts_it_was_given_while_they_are_the_enterprises() {
        var tenant = platform.tenant();
        var admin = admin(tenant);
        var first = platform.account(tenant);
        var second = platform.account(tenant);
        var client = registered(admin, Map.of("accountIds", List.of(first)));
        assertThat(accounts(client)).isEqualTo("[\"" + first + "\"]");
        var itself = Tokens.partner(tenant.enterprise(), "ORDER_VIEW").as(client.id());
        assertThat(json(api.get(itself, "/api/v1/me/enterprises"))
                        .findValues("accountIds")
                        .toString())
                .isEqualTo("[[\"" + first + "\"]]");
        platform.patch(admin, path(client), Map.of("accountIds", List.of(first, second)))
                .expectStatus()
                .isOk();
        var elsewhere = platform.tenant();
        api.post(
                        OPERATOR,
                        "/api/v1/enterprises/" + tenant.enterprise() + "/accounts/" + second + "/move",
                        Map.of(
                                "toEnterpriseId",
                                elsewhere.enterprise(),
                                "customerNumber",
                                elsewhere.numbers().getFirst()))
                .expectStatus()
                .isOk();
        assertThat(accounts(client)).as("the other one moved away").isEqualTo("[\"" + first + "\"]");
        platform.patch(admin, path(client), "{\"accountIds\": null}")
                .expectStatus()
                .isOk();
        assertThat(json(api.get(admin, path(client))).has("accountIds")).isFalse();
        assertThat(accounts(client)).isEqualTo("\"*\"");
    }

    private String accounts(PartnerClient client) {
        var scoped = Browser.json(platform.exchange(client.token(platform), ""));
        return Browser.claims(scoped.path("access_token").asString())
                .path("accounts")
                .toString();
    }

    @Test
    void nobody_gives_a_program_more_than_they_have_or_gets_hold_of_one_that_has_more() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var client = registered(admin(tenant), Map.of());
        var weak = tenant.admin();
        assertThat(problem(api.post(weak, CLIENTS, draft(Map.of())))).isEqualTo("403 permissions-beyond-own");
        assertThat(problem(api.post(weak, path(client) + "/secrets"))).isEqualTo("403 permissions-beyond-own");
        assertThat(problem(platform.patch(weak, path(client), Map.of("permissions", List.of("USER_ADMIN")))))
                .isEqualTo("403 permissions-beyond-own");
        var narrow = admin(tenant).onlyAccounts(account);
        assertThat(problem(api.post(narrow, CLIENTS, draft(Map.of())))).isEqualTo("403 accounts-beyond-own");
        assertThat(problem(api.post(narrow, path(client) + "/secrets"))).isEqualTo("403 accounts-beyond-own");
        var bound = registered(narrow, Map.of("accountIds", List.of(account)));
        assertThat(problem(platform.patch(narrow, path(bound), "{\"accountIds\": null}")))
                .isEqualTo("403 accounts-beyond-own");
        api.post(weak, path(client) + "/suspend").expectStatus().isOk();
        assertThat(problem(api.post(weak, path(client) + "/resume"))).isEqualTo("403 permissions-beyond-own");
    }

    @Test
    void everything_that_is_not_the_enterprises_to_choose_is_said_at_once() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var theirs = platform.account(other);
        var refused = json(api.post(
                        admin(tenant),
                        CLIENTS,
                        Map.of(
                                "clientId", "chosen-by-ourselves",
                                "name", "Front",
                                "kind", "PUBLIC",
                                "redirectUris", List.of("https://acme.example/cb"),
                                "accountIds", List.of(theirs)))
                .expectStatus()
                .isEqualTo(422));
        assertThat(refused.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/clientId", "/kind", "/accountIds");
        var beyond = json(api.post(
                        admin(tenant),
                        CLIENTS,
                        draft(Map.of("enterpriseIds", List.of(other.enterprise()), "accountIds", List.of(theirs))))
                .expectStatus()
                .isEqualTo(422));
        assertThat(beyond.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/enterpriseIds/0", "/accountIds/0");
        assertThat(problem(api.post(admin(tenant), CLIENTS, draft(Map.of("accountIds", List.of("A-0"))))))
                .isEqualTo("422 referenceNotFound");
        var client = registered(admin(tenant), Map.of());
        assertThat(problem(platform.patch(
                        admin(tenant), path(client), Map.of("enterpriseIds", List.of(other.enterprise())))))
                .isEqualTo("422 referenceNotFound");
        api.post(Tokens.customer(tenant.enterprise(), "USER_ADMIN", "ORDER_VIEW"), CLIENTS, draft(Map.of()))
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @CsvSource({"GET,", "PATCH,", "DELETE,", "POST,/suspend", "POST,/resume", "POST,/disable", "POST,/secrets"})
    void programs_of_others_and_front_ends_do_not_exist(String method, String step) {
        var theirs = registered(admin(platform.tenant()), Map.of());
        var front = json(api.post(
                OPERATOR,
                CLIENTS,
                Map.of("name", "Front", "kind", "PUBLIC", "redirectUris", List.of("https://acme.example/cb"))));
        var stranger = admin(platform.tenant());
        for (var id : List.of(theirs.id(), front.path("clientId").asString())) {
            var path = CLIENTS + "/" + id + (step == null ? "" : step);
            var answer =
                    switch (method) {
                        case "GET" -> api.get(stranger, path);
                        case "PATCH" -> platform.patch(stranger, path, Map.of("name", "Mine"));
                        case "DELETE" -> platform.delete(stranger, path);
                        default -> api.post(stranger, path);
                    };
            assertThat(problem(answer)).isEqualTo("404 notFound");
        }
        assertThat(listed(stranger)).isEmpty();
        assertThat(asked(theirs)).isEqualTo(200);
    }

    @Test
    void a_program_of_several_enterprises_is_changed_by_the_provider_and_left_by_each() {
        var first = platform.tenant();
        var second = platform.tenant();
        var client = PartnerClient.register(api, List.of(first.enterprise(), second.enterprise()), "ORDER_VIEW");
        var seen = json(api.get(admin(first), path(client)).expectStatus().isOk());
        assertThat(seen.path("shared").asBoolean()).isTrue();
        assertThat(seen.toString()).doesNotContain(second.enterprise());
        assertThat(api.get(admin(first), "/api/v1/audit-entries?subjectType=client&subjectId=" + client.id())
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains(first.enterprise())
                .doesNotContain(second.enterprise());
        for (var step : List.of("/secrets", "/suspend", "/resume", "/disable")) {
            assertThat(problem(api.post(admin(first), path(client) + step))).isEqualTo("409 client-shared");
        }
        assertThat(problem(platform.patch(admin(first), path(client), Map.of("name", "Mine"))))
                .isEqualTo("409 client-shared");
        var token = client.token(platform);
        platform.delete(admin(first), path(client)).expectStatus().isNoContent();
        assertThat(platform.exchange(token, first.enterprise()).statusCode()).isEqualTo(400);
        assertThat(platform.exchange(token, second.enterprise()).statusCode()).isEqualTo(200);
        assertThat(json(api.get(admin(second), path(client))).path("shared").asBoolean())
                .isFalse();
        platform.delete(admin(second), path(client)).expectStatus().isNoContent();
        assertThat(asked(client)).isEqualTo(401);
    }

    @Test
    void the_provider_acts_for_one_enterprise_as_its_administrator_would() {
        var tenant = platform.tenant();
        var operator = OPERATOR.on(tenant.enterprise());
        var client = registered(operator, Map.of());
        assertThat(listed(operator)).containsExactly(client.id());
        assertThat(listed(admin(tenant))).containsExactly(client.id());
        assertThat(listed(OPERATOR.on(platform.tenant().enterprise()))).isEmpty();
        assertThat(listed(OPERATOR)).contains(client.id());
    }
}
