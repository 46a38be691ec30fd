package io.controlcenter.identity.tokens;

import static io.controlcenter.identity.IdentityPlatform.CALLBACK;
import static io.controlcenter.identity.IdentityPlatform.PASSWORD;
import static io.controlcenter.identity.IdentityPlatform.PORTAL;
import static io.controlcenter.identity.IdentityPlatform.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.security.TokenVerifier;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** A person signs in as OAuth 2.1 wants it: authorization code, PKCE, rotating refresh tokens, end of session. */
@IdentityServiceTest
class SigningInIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Events events;

    private String activeUser() {
        var username = name("buyer");
        platform.accept(platform.member(platform.tenant(), username, Map.of("admin", true)));
        return username;
    }

    private JwtDecoder accessTokens() {
        return TokenVerifier.remote(
                "http://localhost:" + platform.port() + "/oauth2/jwks", Tokens.ISSUER, "control-center");
    }

    private static Map<String, String> code(String code, String redirectUri, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirectUri,
                "code_verifier", verifier);
    }

    private static Map<String, String> refresh(String token) {
        return Map.of("grant_type", "refresh_token", "refresh_token", token);
    }

    @Test
    void an_invited_person_chooses_a_password_signs_in_and_gets_tokens() {
        var username = name("buyer");
        var userId = platform.member(platform.tenant(), username, Map.of("admin", true));
        platform.accept(userId);
        var browser = platform.browser();
        var asked = browser.authorize(PORTAL, CALLBACK, Map.of());
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(Browser.location(asked)).endsWith("/login");
        var page = browser.get("/login");
        assertThat(page.body()).contains("Sign in").contains("name=\"_csrf\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        var signedIn = browser.submit(page, "/login", Map.of("username", username, "password", PASSWORD));
        assertThat(Browser.location(signedIn)).contains("/oauth2/authorize?");
        var back = Browser.location(browser.get(Browser.location(signedIn)));
        assertThat(back).startsWith(CALLBACK + "?").contains("state=a-state");
        var tokens = Browser.json(
                browser.token(PORTAL, "", code(Browser.parameter(back, "code"), CALLBACK, Browser.VERIFIER)));
        var access = accessTokens().decode(tokens.path("access_token").asString());
        assertThat(access.getSubject()).isEqualTo(userId);
        assertThat(access.getAudience()).isEqualTo(List.of("control-center"));
        assertThat(access.getHeaders().get("alg")).isEqualTo("ES256");
        assertThat(access.getClaims()).doesNotContainKeys("permissions", "enterprise_id");
        assertThat(tokens.path("expires_in").asInt()).isBetween(590, 600);
        assertThat(tokens.path("id_token").asString()).isNotEmpty();
        assertThat(tokens.path("refresh_token").asString()).isNotEmpty();
        assertThat(events.await("identity.user.activated.v1", userId)
                        .data()
                        .path("status")
                        .asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void the_same_session_serves_another_client_without_signing_in_again() {
        var browser = platform.browser();
        platform.signedIn(browser, activeUser());
        var again = Browser.location(browser.authorize(PORTAL, CALLBACK, Map.of()));
        assertThat(Browser.parameter(again, "code")).isNotEmpty();
    }

    @Test
    void a_form_without_its_hidden_token_is_refused() {
        var browser = platform.browser();
        var answer = browser.post("/login", Map.of("username", activeUser(), "password", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This was not allowed").doesNotContain("CsrfException");
    }

    @Test
    void without_pkce_there_is_no_code_and_without_its_verifier_no_token() {
        var browser = platform.browser();
        var username = activeUser();
        browser.signIn(username, PASSWORD);
        var without = browser.authorize(PORTAL, CALLBACK, Map.of("code_challenge", "", "code_challenge_method", ""));
        assertThat(Browser.parameter(Browser.location(without), "error")).isEqualTo("invalid_request");
        var back = Browser.location(browser.authorize(PORTAL, CALLBACK, Map.of()));
        var wrong = browser.token(
                PORTAL, "", code(Browser.parameter(back, "code"), CALLBACK, "another-" + Browser.VERIFIER));
        assertThat(Browser.json(wrong).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void a_wrong_redirect_or_client_is_answered_with_a_page_and_sends_nobody_anywhere() {
        var browser = platform.browser();
        browser.signIn(activeUser(), PASSWORD);
        for (var answer : List.of(
                browser.authorize(PORTAL, "https://evil.example/callback", Map.of()),
                browser.authorize("nobody", CALLBACK, Map.of()))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Browser.location(answer)).isEmpty();
            assertThat(answer.body()).contains("This link or form does not work");
        }
        var code = Browser.parameter(Browser.location(browser.authorize(PORTAL, CALLBACK, Map.of())), "code");
        var other = browser.token(
                PORTAL, "", code(code, Tokens.ISSUER + "/swagger-ui/oauth2-redirect.html", Browser.VERIFIER));
        assertThat(Browser.json(other).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_works_once_and_its_tokens_end_when_it_comes_again() {
        var browser = platform.browser();
        browser.signIn(activeUser(), PASSWORD);
        var code = Browser.parameter(Browser.location(browser.authorize(PORTAL, CALLBACK, Map.of())), "code");
        var first = Browser.json(browser.token(PORTAL, "", code(code, CALLBACK, Browser.VERIFIER)));
        var second = Browser.json(browser.token(PORTAL, "", code(code, CALLBACK, Browser.VERIFIER)));
        assertThat(second.path("error").asString()).isEqualTo("invalid_grant");
        var refreshed =
                browser.token(PORTAL, "", refresh(first.path("refresh_token").asString()));
        assertThat(refreshed.statusCode()).isEqualTo(400);
    }

    @Test
    void refresh_tokens_rotate_and_a_copied_one_ends_the_sign_in() {
        var first = platform.signedIn(activeUser()).path("refresh_token").asString();
        var browser = platform.browser();
        var second = Browser.json(browser.token(PORTAL, "", refresh(first)));
        assertThat(accessTokens().decode(second.path("access_token").asString()).getAudience())
                .containsExactly("control-center");
        var next = second.path("refresh_token").asString();
        assertThat(next).isNotEmpty().isNotEqualTo(first);
        var reused = browser.token(PORTAL, "", refresh(first));
        assertThat(reused.statusCode()).isEqualTo(400);
        assertThat(Browser.json(reused).path("error").asString()).isEqualTo("invalid_grant");
        assertThat(Browser.json(browser.token(PORTAL, "", refresh(next)))
                        .path("error")
                        .asString())
                .as("the rightful one ends too")
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_front_end_can_give_its_refresh_token_back() {
        var token = platform.signedIn(activeUser()).path("refresh_token").asString();
        var browser = platform.browser();
        assertThat(browser.post("/oauth2/revoke", Map.of("client_id", PORTAL, "token", token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.token(PORTAL, "", refresh(token)).statusCode()).isEqualTo(400);
    }

    @Test
    void ending_the_session_signs_out_and_goes_back_to_the_client() {
        var browser = platform.browser();
        var tokens = platform.signedIn(browser, activeUser());
        var out = browser.get("/connect/logout?id_token_hint="
                + tokens.path("id_token").asString() + "&post_logout_redirect_uri=" + Tokens.ISSUER
                + "/portal&client_id=" + PORTAL);
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(Browser.location(out)).isEqualTo(Tokens.ISSUER + "/portal");
        assertThat(Browser.location(browser.authorize(PORTAL, CALLBACK, Map.of())))
                .endsWith("/login");
        assertThat(browser.token(
                                PORTAL, "", refresh(tokens.path("refresh_token").asString()))
                        .statusCode())
                .as("what was authorized in it has ended too")
                .isEqualTo(400);
    }

    @Test
    void an_id_token_of_before_and_one_whose_sign_in_has_ended_sign_out_too() {
        var browser = platform.browser();
        var first = platform.signedIn(browser, activeUser());
        var hint = first.path("id_token").asString();
        var later = Browser.json(
                browser.token(PORTAL, "", refresh(first.path("refresh_token").asString())));
        assertThat(later.path("id_token").asString()).isNotEqualTo(hint);
        var out = "/connect/logout?client_id=" + PORTAL + "&post_logout_redirect_uri=" + Tokens.ISSUER
                + "/portal&id_token_hint=";
        assertThat(Browser.location(browser.get(out + hint))).isEqualTo(Tokens.ISSUER + "/portal");
        assertThat(Browser.location(browser.get(out + hint)))
                .as("has ended: whoever is here is asked")
                .endsWith("/logout");
        assertThat(Browser.location(browser.get(out + "nonsense"))).endsWith("/logout");
    }

    @Test
    void nobody_is_sent_to_an_address_that_the_client_did_not_register() {
        var browser = platform.browser();
        var tokens = platform.signedIn(browser, activeUser());
        var out = browser.get("/connect/logout?id_token_hint="
                + tokens.path("id_token").asString() + "&client_id=" + PORTAL + "&post_logout_redirect_uri="
                + Tokens.ISSUER + "/portal/elsewhere");
        assertThat(out.statusCode()).isEqualTo(400);
        assertThat(Browser.location(out)).isEmpty();
    }

    @Test
    void user_info_tells_a_front_end_who_signed_in() {
        var username = activeUser();
        var tokens = platform.signedIn(username);
        var answer = platform.browser()
                .send(java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create("http://localhost:" + platform.port() + "/userinfo"))
                        .header(
                                "Authorization",
                                "Bearer " + tokens.path("access_token").asString()));
        var info = Browser.json(answer);
        assertThat(info.path("preferred_username").asString()).isEqualTo(username);
        assertThat(info.path("email").asString()).isEqualTo(username);
        assertThat(info.path("name").asString()).isEqualTo("Ada Buyer");
    }

    @Test
    void discovery_names_the_public_address_and_keys_show_no_secret() {
        var browser = platform.browser();
        var discovery = Browser.json(browser.get("/.well-known/openid-configuration"));
        assertThat(discovery.path("issuer").asString()).isEqualTo(Tokens.ISSUER);
        assertThat(discovery.path("token_endpoint").asString()).isEqualTo(Tokens.ISSUER + "/oauth2/token");
        assertThat(discovery.path("end_session_endpoint").asString()).isEqualTo(Tokens.ISSUER + "/connect/logout");
        assertThat(discovery.path("id_token_signing_alg_values_supported").toString())
                .as("as the id tokens are signed")
                .isEqualTo("[\"ES256\"]");
        assertThat(discovery.path("token_endpoint_auth_methods_supported").toString())
                .contains("none")
                .doesNotContain("tls");
        assertThat(Browser.json(browser.get("/.well-known/oauth-authorization-server"))
                        .path("token_endpoint_auth_methods_supported"))
                .isEqualTo(discovery.path("token_endpoint_auth_methods_supported"));
        var keys = Browser.json(browser.get("/oauth2/jwks")).path("keys");
        assertThat(keys.size()).isPositive();
        assertThat(keys).allSatisfy(key -> assertThat(key.has("d")).isFalse());
    }

    @Test
    void a_program_without_credentials_is_told_so_and_not_sent_to_the_sign_in_page() {
        var browser = platform.browser();
        for (var grant : List.of("client_credentials", "password")) {
            var answer = browser.token(PORTAL, "", Map.of("grant_type", grant));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(Browser.json(answer).path("error").asString()).isEqualTo("invalid_client");
        }
    }
}
