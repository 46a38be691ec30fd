package io.controlcenter.identity.restructuring;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Enterprises that merge, divide and end: nobody loses what they could use, nobody gets more. */
@IdentityServiceTest
class RestructuringIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private static String path(String enterprise) {
        return "/api/v1/enterprises/" + enterprise;
    }

    private JsonNode rights(String userId, String enterprise) {
        return json(api.get(OPERATOR, "/api/v1/users/" + userId))
                .path("memberships")
                .valueStream()
                .filter(grant -> grant.path("enterpriseId").asString().equals(enterprise))
                .findFirst()
                .orElseThrow(() -> new AssertionError(userId + " has no rights on " + enterprise));
    }

    private static List<String> accounts(JsonNode grant) {
        return grant.path("effectiveAccountIds")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void one_goes_up_in_the_other_with_everything_it_has() {
        var from = platform.tenant();
        var into = platform.tenant();
        var account = platform.account(from);
        var theirs = platform.account(into);
        platform.member(into, name("boss"), Map.of("admin", true));
        var admin = platform.member(from, name("admin"), Map.of("admin", true));
        var clerk = platform.member(
                from, name("clerk"), Map.of("permissions", List.of("BILLING_VIEW"), "accountIds", List.of(account)));
        var both = platform.member(
                into, name("both"), Map.of("permissions", List.of("ORDER_VIEW"), "accountIds", List.of(theirs)));
        platform.put(
                OPERATOR,
                "/api/v1/users/" + both + "/memberships/" + from.enterprise(),
                Map.of("permissions", List.of("BILLING_PAY"), "allAccounts", true));
        var body = Map.of("intoEnterpriseId", into.enterprise());
        var answer = json(api.post(OPERATOR, path(from.enterprise()) + "/consolidate", body)
                .expectStatus()
                .isOk());
        assertThat(answer.path("customerNumbers").size()).isEqualTo(4);
        events.await("identity.account.moved.v1", account);
        events.await("identity.membership.revoked.v1", clerk + ":" + from.enterprise());
        var ex = rights(admin, into.enterprise());
        assertThat(ex.path("admin").asBoolean())
                .as("no administrator of more than there was")
                .isFalse();
        assertThat(ex.path("permissions").valueStream().map(JsonNode::asString))
                .contains("BILLING_PAY", "ORDER_WRITE")
                .doesNotContain("USER_ADMIN", "ENTERPRISE_ADMIN");
        assertThat(accounts(ex)).as("not all accounts of the other one").containsExactly(account);
        assertThat(accounts(rights(clerk, into.enterprise()))).containsExactly(account);
        assertThat(accounts(rights(both, into.enterprise()))).containsExactlyInAnyOrder(account, theirs);
        assertThat(text(api.get(OPERATOR, path(from.enterprise())), "status")).isEqualTo("INACTIVE");
        assertThat(problem(api.post(OPERATOR, path(from.enterprise()) + "/consolidate", body)))
                .isEqualTo("409 enterprise-not-active");
    }

    @Test
    void what_cannot_merge_is_said() {
        var from = platform.tenant();
        var path = path(from.enterprise()) + "/consolidate";
        assertThat(problem(api.post(OPERATOR, path, Map.of("intoEnterpriseId", from.enterprise()))))
                .isEqualTo("422 invalidValue");
        assertThat(problem(api.post(OPERATOR, path, Map.of("intoEnterpriseId", "ENT-0"))))
                .isEqualTo("422 referenceNotFound");
        var wholesale = text(
                api.post(OPERATOR, "/api/v1/enterprises", Map.of("name", "Globex", "segment", "NATIONAL_WHOLESALE")),
                "enterpriseId");
        assertThat(problem(api.post(OPERATOR, path, Map.of("intoEnterpriseId", wholesale))))
                .isEqualTo("409 segment-mismatch");
        assertThat(problem(api.post(OPERATOR.on(from.enterprise()), path, Map.of("intoEnterpriseId", wholesale))))
                .isEqualTo("400 enterprise-not-expected");
        assertThat(problem(api.post(Tokens.provider("CCM"), path, Map.of("intoEnterpriseId", wholesale))))
                .isEqualTo("403 accessDenied");
        api.post(OPERATOR, path("ENT-0") + "/consolidate", Map.of("intoEnterpriseId", wholesale))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_part_becomes_an_enterprise_of_its_own_and_whoever_could_use_it_still_can() {
        var tenant = platform.tenant();
        var goes = platform.account(tenant);
        var admin = platform.member(tenant, name("admin"), Map.of("admin", true));
        var all =
                platform.member(tenant, name("all"), Map.of("permissions", List.of("ORDER_VIEW"), "allAccounts", true));
        var one = platform.member(
                tenant, name("one"), Map.of("permissions", List.of("BILLING_VIEW"), "accountIds", List.of(goes)));
        var none = platform.member(tenant, name("none"), Map.of("permissions", List.of("BILLING_VIEW")));
        var path = path(tenant.enterprise()) + "/split";
        var created = json(api.post(
                        OPERATOR,
                        path,
                        Map.of(
                                "name",
                                "Acme Plants",
                                "customerNumbers",
                                List.of(tenant.numbers().getFirst())))
                .expectStatus()
                .isCreated());
        var id = created.path("enterpriseId").asString();
        assertThat(created.at("/customerNumbers/0/number").asString())
                .isEqualTo(tenant.numbers().getFirst());
        events.await("identity.enterprise.created.v1", id);
        events.await("identity.account.moved.v1", goes);
        assertThat(rights(admin, id).path("admin").asBoolean()).isTrue();
        assertThat(rights(admin, tenant.enterprise()).path("admin").asBoolean()).isTrue();
        assertThat(rights(all, id).path("allAccounts").asBoolean()).isTrue();
        assertThat(accounts(rights(one, id))).containsExactly(goes);
        assertThat(accounts(rights(one, tenant.enterprise()))).isEmpty();
        assertThat(json(api.get(OPERATOR, "/api/v1/users/" + none))
                        .path("memberships")
                        .size())
                .isEqualTo(1);
        var rest = Map.of(
                "name", "Rest", "customerNumbers", List.of(tenant.numbers().getLast()));
        assertThat(problem(api.post(OPERATOR, path, rest)))
                .as("one has to stay")
                .isEqualTo("422 invalidValue");
        var foreign = Map.of(
                "name",
                "Rest",
                "customerNumbers",
                List.of("C-0", tenant.numbers().getFirst()));
        var refused = json(api.post(OPERATOR, path, foreign).expectStatus().isEqualTo(422));
        assertThat(refused.path("errors").findValuesAsString("pointer"))
                .containsExactly("/customerNumbers/0", "/customerNumbers/1");
    }

    @Test
    void an_enterprise_without_accounts_is_removed_for_ever() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var username = name("admin");
        var admin = platform.member(tenant, username, Map.of("admin", true));
        platform.accept(admin);
        platform.signedIn(username);
        platform.put(
                        Tokens.customer(tenant.enterprise()).as(admin),
                        "/api/v1/me/default-enterprise",
                        Map.of("enterpriseId", tenant.enterprise()))
                .expectStatus()
                .isOk();
        assertThat(problem(platform.delete(OPERATOR, path(tenant.enterprise()))))
                .isEqualTo("409 enterprise-has-accounts");
        platform.delete(OPERATOR, path(tenant.enterprise()) + "/accounts/" + account)
                .expectStatus()
                .isNoContent();
        platform.delete(OPERATOR, path(tenant.enterprise())).expectStatus().isNoContent();
        events.await("identity.membership.revoked.v1", admin + ":" + tenant.enterprise());
        events.await(
                event -> event.key().equals(admin)
                        && event.type().equals("identity.default-enterprise.changed.v1")
                        && event.data().path("enterpriseId").isNull(),
                "the default goes with it");
        assertThat(events.await(
                                event -> event.key().equals(tenant.enterprise())
                                        && event.data()
                                                .path("status")
                                                .asString()
                                                .equals("INACTIVE"),
                                "its end")
                        .type())
                .isEqualTo("identity.enterprise.updated.v1");
        api.get(OPERATOR, path(tenant.enterprise())).expectStatus().isNotFound();
        platform.delete(OPERATOR, path(tenant.enterprise())).expectStatus().isNotFound();
        assertThat(json(api.get(OPERATOR, "/api/v1/enterprises?limit=100")).toString())
                .doesNotContain("\"" + tenant.enterprise() + "\"");
    }
}
