package io.controlcenter.identity.tokens;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.security.TokenVerifier;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;

/** The gateway exchanges an access token for one scoped to a single enterprise, in every variant. */
@IdentityServiceTest
class TokenExchangeIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private String tokenOf(String username, String userId) {
        platform.accept(userId);
        return platform.signedIn(username).path("access_token").asString();
    }

    private Jwt scoped(String accessToken, String enterprise) {
        var answer = platform.exchange(accessToken, enterprise);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Browser.json(answer).path("issued_token_type").asString())
                .isEqualTo("urn:ietf:params:oauth:token-type:access_token");
        return TokenVerifier.remote(
                        "http://localhost:" + platform.port() + "/oauth2/jwks", Tokens.ISSUER, Tokens.AUDIENCE)
                .decode(Browser.json(answer).path("access_token").asString());
    }

    private String error(String accessToken, String enterprise) {
        var answer = platform.exchange(accessToken, enterprise);
        return answer.statusCode() + " " + Browser.json(answer).path("error").asString();
    }

    private void alsoMemberOf(String userId, IdentityPlatform.Tenant tenant) {
        platform.put(
                        OPERATOR,
                        "/api/v1/users/" + userId + "/memberships/" + tenant.enterprise(),
                        Map.of("permissions", List.of("ORDER_VIEW"), "allAccounts", true))
                .expectStatus()
                .isCreated();
    }

    @Test
    void the_only_enterprise_is_active_without_being_named() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var username = name("clerk");
        var userId = platform.member(
                tenant,
                username,
                Map.of("permissions", List.of("BILLING_VIEW", "BILLING_PAY"), "accountIds", List.of(account)));
        var token = scoped(tokenOf(username, userId), "");
        assertThat(token.getSubject()).isEqualTo(userId);
        assertThat(token.getClaimAsString("name")).isEqualTo("Ada Buyer");
        assertThat(token.getClaimAsString("actor")).isEqualTo("CUSTOMER");
        assertThat(token.getClaimAsString("enterprise_id")).isEqualTo(tenant.enterprise());
        assertThat(token.getClaimAsString("segment")).isEqualTo("ENTERPRISE");
        assertThat(token.getClaimAsStringList("permissions")).containsExactly("BILLING_VIEW", "BILLING_PAY");
        assertThat(token.getClaimAsStringList("accounts")).containsExactly(account);
    }

    @Test
    void of_several_the_named_or_the_default_one_is_active_and_otherwise_none() {
        var first = platform.tenant();
        var second = platform.tenant();
        var username = name("admin");
        var userId = platform.member(first, username, Map.of("admin", true));
        alsoMemberOf(userId, second);
        var token = tokenOf(username, userId);
        var none = scoped(token, "");
        assertThat(none.getClaims()).doesNotContainKeys("enterprise_id", "segment");
        assertThat(none.getClaimAsStringList("permissions")).isEmpty();
        var named = scoped(token, first.enterprise());
        assertThat(named.getClaimAsStringList("permissions")).contains("ENTERPRISE_ADMIN", "BILLING_PAY", "USER_ADMIN");
        assertThat(named.getClaimAsString("accounts")).isEqualTo("*");
        assertThat(scoped(token, second.enterprise()).getClaimAsStringList("permissions"))
                .as("other permissions there, with the same sign-in")
                .containsExactly("ORDER_VIEW");
        var me = Tokens.customer(first.enterprise()).as(userId);
        platform.put(me, "/api/v1/me/default-enterprise", Map.of("enterpriseId", second.enterprise()))
                .expectStatus()
                .isOk();
        assertThat(scoped(token, "").getClaimAsString("enterprise_id")).isEqualTo(second.enterprise());
        platform.delete(OPERATOR, "/api/v1/users/" + userId + "/memberships/" + second.enterprise())
                .expectStatus()
                .isNoContent();
        assertThat(scoped(token, "").getClaimAsString("enterprise_id"))
                .as("the default is gone with the membership, and one is left")
                .isEqualTo(first.enterprise());
        assertThat(error(token, second.enterprise())).isEqualTo("400 invalid_target");
    }

    @Test
    void a_foreign_or_unknown_enterprise_is_no_target() {
        var username = name("stranger");
        var userId = platform.member(platform.tenant(), username, Map.of("admin", true));
        var token = tokenOf(username, userId);
        assertThat(error(token, platform.tenant().enterprise())).isEqualTo("400 invalid_target");
        assertThat(error(token, "ENT-1")).isEqualTo("400 invalid_target");
        assertThat(error(token, "*")).isEqualTo("400 invalid_target");
    }

    @Test
    void an_inactive_enterprise_is_nobodys_target() {
        var tenant = platform.tenant();
        var username = name("left");
        var token = tokenOf(username, platform.member(tenant, username, Map.of("admin", true)));
        platform.patch(OPERATOR, "/api/v1/enterprises/" + tenant.enterprise(), Map.of("status", "INACTIVE"))
                .expectStatus()
                .isOk();
        assertThat(error(token, tenant.enterprise())).isEqualTo("400 invalid_target");
        assertThat(scoped(token, "").getClaims()).doesNotContainKey("enterprise_id");
        var clerk = name("clerk");
        assertThat(error(tokenOf(clerk, platform.staff(clerk, "SALES")), tenant.enterprise()))
                .as("staff read of it without naming it")
                .isEqualTo("400 invalid_target");
    }

    @Test
    void staff_reach_every_enterprise_that_they_name_by_their_roles() {
        var tenant = platform.tenant();
        var username = name("ccm");
        var token = tokenOf(username, platform.staff(username, "CCM", "SALES"));
        var nowhere = scoped(token, "");
        assertThat(nowhere.getClaimAsString("actor")).isEqualTo("PROVIDER");
        assertThat(nowhere.getClaimAsStringList("permissions")).containsExactly("SALES", "CCM");
        assertThat(nowhere.getClaims()).doesNotContainKey("enterprise_id");
        var there = scoped(token, tenant.enterprise());
        assertThat(there.getClaimAsString("enterprise_id")).isEqualTo(tenant.enterprise());
        assertThat(there.getClaimAsString("accounts")).isEqualTo("*");
        assertThat(error(token, "ENT-1")).isEqualTo("400 invalid_target");
    }

    @Test
    void a_partner_gets_what_it_asked_for_of_what_it_was_granted() {
        var tenant = platform.tenant();
        var client = partner(List.of(tenant.enterprise()), "ORDER_VIEW", "REPAIR_VIEW", "REPAIR_WRITE");
        var all = scoped(partnerToken(client, ""), "");
        assertThat(all.getSubject()).isEqualTo(client.id());
        assertThat(all.getClaimAsString("actor")).isEqualTo("PARTNER");
        assertThat(all.getClaimAsString("name")).isEqualTo("Partner");
        assertThat(all.getClaimAsString("enterprise_id")).isEqualTo(tenant.enterprise());
        assertThat(all.getClaimAsStringList("permissions"))
                .containsExactly("ORDER_VIEW", "REPAIR_VIEW", "REPAIR_WRITE");
        var some = scoped(partnerToken(client, "REPAIR_VIEW"), tenant.enterprise());
        assertThat(some.getClaimAsStringList("permissions")).containsExactly("REPAIR_VIEW");
        assertThat(error(partnerToken(client, ""), platform.tenant().enterprise()))
                .isEqualTo("400 invalid_target");
        var greedy = platform.browser()
                .token(
                        client.id(),
                        client.secret(),
                        Map.of("grant_type", "client_credentials", "scope", "BILLING_PAY"));
        assertThat(Browser.json(greedy).path("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void a_partner_of_two_enterprises_has_to_name_one() {
        var first = platform.tenant();
        var second = platform.tenant();
        var token = partnerToken(partner(List.of(first.enterprise(), second.enterprise()), "ORDER_VIEW"), "");
        assertThat(scoped(token, "").getClaims()).doesNotContainKey("enterprise_id");
        assertThat(scoped(token, second.enterprise()).getClaimAsString("enterprise_id"))
                .isEqualTo(second.enterprise());
    }

    @Test
    void a_disabled_client_can_do_nothing_any_more() {
        var tenant = platform.tenant();
        var client = partner(List.of(tenant.enterprise()), "ORDER_VIEW");
        var token = partnerToken(client, "");
        api.post(OPERATOR, "/api/v1/api-clients/" + client.id() + "/disable")
                .expectStatus()
                .isOk();
        assertThat(error(token, "")).isEqualTo("400 invalid_grant");
        var again = platform.browser().token(client.id(), client.secret(), Map.of("grant_type", "client_credentials"));
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(events.await(
                                event -> event.key().equals(client.id())
                                        && event.data()
                                                .path("status")
                                                .asString()
                                                .equals("DISABLED"),
                                "disabled")
                        .version())
                .isEqualTo(2);
    }

    @Test
    void a_deactivated_user_is_out_at_once_and_the_refresh_token_too() {
        var tenant = platform.tenant();
        var username = name("out");
        var userId = platform.member(tenant, username, Map.of("permissions", List.of("ORDER_VIEW")));
        platform.accept(userId);
        var tokens = platform.signedIn(username);
        var access = tokens.path("access_token").asString();
        scoped(access, "");
        api.post(OPERATOR, "/api/v1/users/" + userId + "/deactivate")
                .expectStatus()
                .isOk();
        assertThat(error(access, "")).isEqualTo("400 invalid_grant");
        var refreshed = platform.browser()
                .token(
                        IdentityPlatform.PORTAL,
                        "",
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                tokens.path("refresh_token").asString()));
        assertThat(refreshed.statusCode()).isEqualTo(400);
        api.post(OPERATOR, "/api/v1/users/" + userId + "/reactivate")
                .expectStatus()
                .isOk();
        scoped(platform.signedIn(username).path("access_token").asString(), "");
    }

    @Test
    void bad_subject_tokens_and_other_clients_are_refused() {
        var username = name("forger");
        var access = tokenOf(username, platform.member(platform.tenant(), username, Map.of("admin", true)));
        assertThat(error("not-a-token", "")).isEqualTo("400 invalid_grant");
        assertThat(error(Tokens.customer("ENT-100001", "ORDER_VIEW").token(), ""))
                .isEqualTo("400 invalid_grant");
        var scopedToken = scoped(access, "").getTokenValue();
        assertThat(error(scopedToken, ""))
                .as("scoped tokens are not exchanged again")
                .isEqualTo("400 invalid_grant");
        assertThat(error(access.substring(0, access.length() - 4) + "AAAA", "")).isEqualTo("400 invalid_grant");
        var client = partner(List.of(platform.tenant().enterprise()), "ORDER_VIEW");
        var fields = Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                access,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "audience",
                Tokens.AUDIENCE);
        var browser = platform.browser();
        assertThat(Browser.json(browser.token(client.id(), client.secret(), fields))
                        .path("error")
                        .asString())
                .isEqualTo("unauthorized_client");
        assertThat(browser.token("gateway", "wrong", fields).statusCode()).isEqualTo(401);
        var elsewhere = new java.util.HashMap<>(fields);
        elsewhere.put("audience", "somebody-else");
        assertThat(Browser.json(browser.token("gateway", IdentityPlatform.GATEWAY_SECRET, elsewhere))
                        .path("error")
                        .asString())
                .isEqualTo("invalid_target");
    }

    private record Partner(String id, String secret) {}

    private Partner partner(List<String> enterprises, String... permissions) {
        var registered = json(api.post(
                        OPERATOR,
                        "/api/v1/api-clients",
                        Map.of(
                                "name",
                                "Partner",
                                "kind",
                                "CONFIDENTIAL",
                                "permissions",
                                List.of(permissions),
                                "enterpriseIds",
                                enterprises))
                .expectStatus()
                .isCreated());
        return new Partner(
                registered.path("clientId").asString(),
                registered.path("clientSecret").asString());
    }

    private String partnerToken(Partner client, String scope) {
        var fields = new java.util.HashMap<>(Map.of("grant_type", "client_credentials"));
        if (!scope.isEmpty()) {
            fields.put("scope", scope);
        }
        return Browser.json(platform.browser().token(client.id(), client.secret(), fields))
                .path("access_token")
                .asString();
    }
}
