package io.controlcenter.identity.users;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.name;
import static io.controlcenter.identity.IdentityPlatform.person;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static io.controlcenter.identity.IdentityPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Inviting people, granting them rights, and what nobody may do with either. */
@IdentityServiceTest
class UsersIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private static final Map<String, Object> VIEWER = Map.of("permissions", List.of("ORDER_VIEW"), "allAccounts", true);

    private static String path(String userId) {
        return "/api/v1/users/" + userId;
    }

    private static String membership(String userId, IdentityPlatform.Tenant tenant) {
        return path(userId) + "/memberships/" + tenant.enterprise();
    }

    @Test
    void an_administrator_invites_into_the_enterprise_and_everybody_hears_of_it() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var username = name("clerk");
        var grant = Map.of("permissions", List.of("BILLING_VIEW"), "accountIds", List.of(account));
        var invited =
                json(platform.invite(tenant.admin(), username, Map.of("membership", grant, "phone", "+1 555 0100"))
                        .expectStatus()
                        .isCreated());
        var userId = invited.path("userId").asString();
        assertThat(invited.path("status").asString()).isEqualTo("INVITED");
        assertThat(invited.at("/memberships/0/accountIds/0").asString()).isEqualTo(account);
        var mail = events.await("identity.user.invited.v1", userId);
        assertThat(mail.enterpriseId()).isNull();
        assertThat(mail.data().path("signInLink").asString()).startsWith(Tokens.ISSUER + "/account/invitation?token=");
        assertThat(mail.data().path("expiresAt").asString()).isEqualTo("2026-06-08T15:00:00Z");
        var granted = events.await("identity.membership.granted.v1", userId + ":" + tenant.enterprise());
        assertThat(granted.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(granted.data().path("permissions").get(0).asString()).isEqualTo("BILLING_VIEW");
        var listed = json(api.get(tenant.admin(), "/api/v1/users?username=" + username)
                .expectStatus()
                .isOk());
        assertThat(listed.path("items").size()).isEqualTo(1);
        assertThat(api.get(tenant.admin(), path(userId))
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getETag())
                .isEqualTo("\"1\"");
    }

    @Test
    void everything_wrong_with_an_invitation_is_said() {
        var tenant = platform.tenant();
        var admin = tenant.admin();
        var taken = name("taken");
        platform.member(tenant, taken, VIEWER);
        assertThat(problem(
                        platform.invite(admin, taken.toUpperCase(java.util.Locale.ROOT), Map.of("membership", VIEWER))))
                .isEqualTo("409 username-taken");
        var unknown = json(platform.invite(
                        admin, name("a"), Map.of("membership", Map.of("permissions", List.of("ORDER_VIEW", "FLY"))))
                .expectStatus()
                .isEqualTo(422));
        assertThat(unknown.at("/errors/0/pointer").asString()).isEqualTo("/membership/permissions/1");
        var foreign = json(platform.invite(admin, name("a"), Map.of("membership", Map.of("accountIds", List.of("A-9"))))
                .expectStatus()
                .isEqualTo(422));
        assertThat(foreign.path("code").asString()).isEqualTo("referenceNotFound");
        assertThat(foreign.at("/errors/0/pointer").asString()).isEqualTo("/membership/accountIds/0");
        var many = Collections.nCopies(101, "A-1");
        assertThat(problem(platform.invite(admin, name("a"), Map.of("membership", Map.of("accountIds", many)))))
                .isEqualTo("422 tooManyRecords");
        var zone = Map.of("membership", VIEWER, "timeZone", "America/Gotham");
        assertThat(json(platform.invite(admin, name("a"), zone).expectStatus().isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/timeZone");
        assertThat(problem(platform.invite(admin, name("a"), Map.of()))).isEqualTo("422 missingProperty");
        assertThat(problem(platform.invite(admin, name("a"), Map.of("providerRoles", List.of("OPERATIONS")))))
                .isEqualTo("403 accessDenied");
        assertThat(problem(platform.invite(
                        OPERATOR, name("a"), Map.of("providerRoles", List.of("CCM"), "membership", VIEWER))))
                .isEqualTo("422 invalidValue");
        assertThat(problem(platform.invite(OPERATOR, name("a"), Map.of("membership", VIEWER))))
                .isEqualTo("400 enterprise-required");
        assertThat(problem(platform.invite(admin, name("a"), Map.of("membership", VIEWER, "isGod", true))))
                .isEqualTo("422 unexpectedProperty");
    }

    @Test
    void an_invitation_is_sent_once_for_a_key_and_never_by_a_dry_run() {
        var tenant = platform.tenant();
        var body = person(name("twice"), Map.of("membership", VIEWER));
        var key = UUID.randomUUID().toString();
        var first = text(api.post(tenant.admin(), "/api/v1/users", body, key), "userId");
        var second = text(
                api.post(tenant.admin(), "/api/v1/users", body, key)
                        .expectStatus()
                        .isCreated(),
                "userId");
        assertThat(second).isEqualTo(first);
        var dry = person(name("dry"), Map.of("membership", VIEWER));
        api.post(tenant.admin(), "/api/v1/users?dryRun=true", dry)
                .expectStatus()
                .isOk();
        api.post(tenant.admin(), "/api/v1/users", dry).expectStatus().isCreated();
    }

    @Test
    void a_user_administrator_makes_no_administrators_and_does_not_help_oneself() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var boss = platform.member(tenant, name("boss"), Map.of("admin", true));
        var self = platform.member(tenant, name("self"), VIEWER);
        var userAdmin = Tokens.customer(tenant.enterprise(), "USER_ADMIN").as(self);
        var all = Map.of("admin", true);
        assertThat(problem(platform.invite(userAdmin, name("a"), Map.of("membership", all))))
                .isEqualTo("403 administrator-required");
        assertThat(problem(platform.put(
                        userAdmin, membership(self, tenant), Map.of("permissions", List.of("ENTERPRISE_ADMIN")))))
                .isEqualTo("403 administrator-required");
        assertThat(problem(platform.put(userAdmin, membership(self, tenant), VIEWER)))
                .isEqualTo("403 own-grant");
        assertThat(problem(platform.put(userAdmin, membership(boss, tenant), VIEWER)))
                .isEqualTo("403 administrator-required");
        assertThat(problem(platform.delete(userAdmin, membership(boss, tenant))))
                .isEqualTo("403 administrator-required");
        assertThat(problem(platform.patch(userAdmin, "/api/v1/users/" + boss, Map.of("email", "mine@acme.example"))))
                .as("or the next invitation would come to oneself")
                .isEqualTo("403 administrator-required");
        assertThat(problem(api.post(userAdmin, "/api/v1/users/" + boss + "/deactivate")))
                .isEqualTo("403 administrator-required");
        var narrow = userAdmin.onlyAccounts(account);
        assertThat(problem(platform.invite(narrow, name("a"), Map.of("membership", VIEWER))))
                .isEqualTo("403 accounts-beyond-own");
        platform.invite(narrow, name("a"), Map.of("membership", Map.of("accountIds", List.of(account))))
                .expectStatus()
                .isCreated();
        assertThat(problem(platform.invite(
                        narrow.onlyAccounts("A-0"),
                        name("a"),
                        Map.of("membership", Map.of("accountIds", List.of(account))))))
                .isEqualTo("422 referenceNotFound");
    }

    @Test
    void an_enterprise_never_loses_its_last_administrator() {
        var tenant = platform.tenant();
        var username = name("last");
        var last = platform.member(tenant, username, Map.of("admin", true));
        platform.accept(last);
        platform.signedIn(username);
        assertThat(problem(api.post(OPERATOR, path(last) + "/deactivate"))).isEqualTo("409 last-administrator");
        assertThat(problem(platform.put(tenant.admin(), membership(last, tenant), VIEWER)))
                .isEqualTo("409 last-administrator");
        assertThat(problem(platform.delete(tenant.admin(), membership(last, tenant))))
                .isEqualTo("409 last-administrator");
        assertThat(problem(platform.delete(tenant.admin(), path(last)))).isEqualTo("409 last-administrator");
        var otherName = name("other");
        var other = platform.member(tenant, otherName, Map.of("admin", true));
        assertThat(problem(platform.put(tenant.admin(), membership(last, tenant), VIEWER)))
                .as("who was invited may never come")
                .isEqualTo("409 last-administrator");
        platform.accept(other);
        platform.signedIn(otherName);
        platform.put(tenant.admin(), membership(last, tenant), VIEWER)
                .expectStatus()
                .isOk();
    }

    @Test
    void an_administrator_who_never_came_is_replaced_by_another_who_is_invited() {
        var tenant = platform.tenant();
        var mistyped = platform.member(tenant, name("mistyped"), Map.of("admin", true));
        assertThat(problem(platform.delete(tenant.admin(), path(mistyped)))).isEqualTo("409 last-administrator");
        platform.member(tenant, name("right"), Map.of("admin", true));
        platform.delete(tenant.admin(), path(mistyped)).expectStatus().isNoContent();
    }

    @Test
    void a_user_of_several_enterprises_is_not_one_enterprises_to_switch_off() {
        var first = platform.tenant();
        var second = platform.tenant();
        platform.member(first, name("admin"), Map.of("admin", true));
        var username = name("shared");
        var userId = platform.member(first, username, VIEWER);
        platform.put(OPERATOR, membership(userId, second), VIEWER)
                .expectStatus()
                .isCreated();
        assertThat(events.of(userId))
                .filteredOn(event -> event.type().equals("identity.user.invited.v1"))
                .as("an existing user gets no mail")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(problem(api.post(first.admin(), path(userId) + "/deactivate")))
                .isEqualTo("409 user-shared");
        assertThat(problem(platform.patch(first.admin(), path(userId), Map.of("email", "new@acme.example"))))
                .isEqualTo("409 user-shared");
        var seen = json(api.get(first.admin(), path(userId)));
        assertThat(seen.path("memberships").size()).as("only one's own").isEqualTo(1);
        assertThat(json(api.get(OPERATOR, path(userId))).path("memberships").size())
                .isEqualTo(2);
    }

    @Test
    void membership_versions_rise_also_over_revocation_and_return() {
        var tenant = platform.tenant();
        var userId = platform.member(tenant, name("back"), VIEWER);
        var key = userId + ":" + tenant.enterprise();
        platform.put(tenant.admin(), membership(userId, tenant), Map.of("permissions", List.of("REPAIR_VIEW")))
                .expectStatus()
                .isOk();
        platform.delete(tenant.admin(), membership(userId, tenant))
                .expectStatus()
                .isNoContent();
        platform.delete(tenant.admin(), membership(userId, tenant))
                .expectStatus()
                .isNotFound();
        platform.put(OPERATOR, membership(userId, tenant), VIEWER)
                .expectStatus()
                .isCreated();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> events.of(key).size() == 4);
        assertThat(events.of(key))
                .extracting(Events.Seen::type)
                .containsExactly(
                        "identity.membership.granted.v1",
                        "identity.membership.changed.v1",
                        "identity.membership.revoked.v1",
                        "identity.membership.granted.v1");
        assertThat(events.of(key)).extracting(Events.Seen::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_stale_version_is_refused() {
        var tenant = platform.tenant();
        var userId = platform.member(tenant, name("stale"), VIEWER);
        platform.patch(tenant.admin(), path(userId), Map.of("lastName", "Byron"))
                .expectStatus()
                .isOk();
        api.as(tenant.admin())
                .patch()
                .uri(path(userId))
                .header("If-Match", "\"1\"")
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .body(Map.of("lastName", "King"))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        assertThat(events.await("identity.user.updated.v1", userId)
                        .data()
                        .path("lastName")
                        .asString())
                .isEqualTo("Byron");
    }

    @Test
    void states_refuse_what_does_not_fit_and_a_deleted_user_name_stays_taken() {
        var tenant = platform.tenant();
        platform.member(tenant, name("admin"), Map.of("admin", true));
        var username = name("states");
        var userId = platform.member(tenant, username, VIEWER);
        assertThat(problem(api.post(tenant.admin(), path(userId) + "/deactivate")))
                .isEqualTo("409 user-not-in-this-state");
        assertThat(problem(api.post(tenant.admin(), path(userId) + "/reactivate")))
                .isEqualTo("409 user-not-in-this-state");
        platform.accept(userId);
        platform.signedIn(username);
        assertThat(problem(api.post(tenant.admin(), path(userId) + "/invitation")))
                .isEqualTo("409 user-not-in-this-state");
        api.post(tenant.admin(), path(userId) + "/deactivate").expectStatus().isOk();
        api.post(tenant.admin(), path(userId) + "/deactivate").expectStatus().isOk();
        platform.delete(tenant.admin(), path(userId)).expectStatus().isNoContent();
        events.await("identity.user.deleted.v1", userId);
        events.await("identity.membership.revoked.v1", userId + ":" + tenant.enterprise());
        api.get(tenant.admin(), path(userId)).expectStatus().isNotFound();
        assertThat(problem(platform.invite(tenant.admin(), username, Map.of("membership", VIEWER))))
                .isEqualTo("409 username-taken");
        assertThat(problem(platform.put(OPERATOR, membership(userId, tenant), VIEWER)))
                .isEqualTo("409 user-not-in-this-state");
    }

    @Test
    void staff_have_roles_and_no_memberships() {
        var tenant = platform.tenant();
        var userId = platform.staff(name("ccm"), "CCM");
        assertThat(problem(platform.put(OPERATOR, membership(userId, tenant), VIEWER)))
                .isEqualTo("409 staff-have-no-memberships");
        var member = platform.member(tenant, name("member"), Map.of("admin", true));
        assertThat(problem(platform.patch(OPERATOR, path(member), Map.of("providerRoles", List.of("CCM")))))
                .as("nor does a member become staff")
                .isEqualTo("409 staff-have-no-memberships");
        platform.patch(OPERATOR, path(userId), Map.of("providerRoles", List.of("SALES", "CCM"), "phone", "+1 555 0199"))
                .expectStatus()
                .isOk();
        var updated = events.await("identity.user.updated.v1", userId).data();
        assertThat(updated.path("providerRoles").size()).isEqualTo(2);
        assertThat(updated.path("phone").asString()).isEqualTo("+1 555 0199");
        assertThat(json(api.get(OPERATOR, "/api/v1/users?staff=true"))
                        .path("items")
                        .size())
                .isPositive();
    }

    @Test
    void another_enterprises_users_are_not_there() {
        var mine = platform.tenant();
        var theirs = platform.tenant();
        var userId = platform.member(theirs, name("theirs"), Map.of("admin", true));
        var admin = mine.admin();
        api.get(admin, path(userId)).expectStatus().isNotFound();
        platform.patch(admin, path(userId), Map.of("lastName", "X"))
                .expectStatus()
                .isNotFound();
        platform.delete(admin, path(userId)).expectStatus().isNotFound();
        platform.delete(admin, membership(userId, theirs)).expectStatus().isNotFound();
        platform.put(admin, membership(userId, theirs), VIEWER).expectStatus().isNotFound();
        for (var step : List.of("/deactivate", "/reactivate", "/invitation")) {
            api.post(admin, path(userId) + step).expectStatus().isNotFound();
        }
        assertThat(json(api.get(admin, "/api/v1/users")).path("items").size()).isZero();
    }

    @Test
    void i_see_who_i_am_and_which_enterprises_are_mine() {
        var first = platform.tenant();
        var second = platform.tenant();
        var username = name("me");
        var userId = platform.member(first, username, Map.of("admin", true));
        platform.put(OPERATOR, membership(userId, second), VIEWER)
                .expectStatus()
                .isCreated();
        platform.accept(userId);
        platform.signedIn(username);
        var me = Tokens.customer(first.enterprise(), "ENTERPRISE_ADMIN").as(userId);
        var seen = json(api.get(me, "/api/v1/me").expectStatus().isOk());
        assertThat(seen.path("username").asString()).isEqualTo(username);
        assertThat(seen.path("notificationSetupRequired").asBoolean()).isTrue();
        assertThat(seen.at("/activeEnterprise/enterpriseId").asString()).isEqualTo(first.enterprise());
        assertThat(seen.path("permissions").get(0).asString()).isEqualTo("ENTERPRISE_ADMIN");
        var mine = json(api.get(me, "/api/v1/me/enterprises").expectStatus().isOk());
        assertThat(mine.path("items").size()).isEqualTo(2);
        var put = Map.of("enterpriseId", second.enterprise());
        platform.put(me, "/api/v1/me/default-enterprise", put).expectStatus().isOk();
        assertThat(json(api.get(me, "/api/v1/me/enterprises"))
                        .at("/items/1/isDefault")
                        .asBoolean())
                .isTrue();
        events.await("identity.default-enterprise.changed.v1", userId);
        var foreign = Map.of("enterpriseId", platform.tenant().enterprise());
        assertThat(problem(platform.put(me, "/api/v1/me/default-enterprise", foreign)))
                .isEqualTo("422 referenceNotFound");
        platform.delete(me, "/api/v1/me/default-enterprise").expectStatus().isNoContent();
        events.send(
                "notification.setting.v1",
                "notification.setup.completed.v1",
                userId,
                null,
                1,
                "{\"userId\":\"%s\"}".formatted(userId));
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> !json(api.get(me, "/api/v1/me"))
                        .path("notificationSetupRequired")
                        .asBoolean());
    }

    @Test
    void the_catalogue_lists_permissions_by_section() {
        var catalogue = json(api.get(Tokens.customer("ENT-1"), "/api/v1/permissions")
                .expectStatus()
                .isOk());
        assertThat(catalogue.at("/sections/0/permissions/0/code").asString()).isEqualTo("ENTERPRISE_ADMIN");
        assertThat(catalogue.path("providerRoles").size()).isEqualTo(9);
    }
}
