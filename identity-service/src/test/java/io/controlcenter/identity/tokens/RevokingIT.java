package io.controlcenter.identity.tokens;

import static io.controlcenter.identity.IdentityPlatform.CALLBACK;
import static io.controlcenter.identity.IdentityPlatform.GATEWAY_SECRET;
import static io.controlcenter.identity.IdentityPlatform.PORTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.PartnerClient;
import io.controlcenter.identity.SignedIn;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Introspection (RFC 7662), revocation (RFC 7009), and what no OAuth parameter may be. */
@IdentityServiceTest
class RevokingIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private HttpResponse<String> post(String path, PartnerClient client, Map<String, String> fields) {
        return platform.browser().client(path, client.id(), client.secret(), fields);
    }

    private boolean isActive(String token, PartnerClient asking) {
        var answer = post("/oauth2/introspect", asking, Map.of("token", token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer).path("active").asBoolean();
    }

    private PartnerClient partner() {
        return PartnerClient.register(api, List.of(platform.tenant().enterprise()), "ORDER_VIEW");
    }

    @Test
    void a_client_asks_about_its_own_tokens_and_learns_nothing_of_others() {
        var mine = partner();
        var other = partner();
        var asked = Map.of("grant_type", "client_credentials", "scope", "ORDER_VIEW");
        var token = Browser.json(post("/oauth2/token", mine, asked))
                .path("access_token")
                .asString();
        var answer = Browser.json(post("/oauth2/introspect", mine, Map.of("token", token)));
        assertThat(answer.path("active").asBoolean()).isTrue();
        assertThat(answer.path("client_id").asString()).isEqualTo(mine.id());
        assertThat(answer.path("scope").asString()).isEqualTo("ORDER_VIEW");
        assertThat(answer.path("iss").asString()).isEqualTo(io.controlcenter.platform.test.Tokens.ISSUER);
        assertThat(post("/oauth2/introspect", other, Map.of("token", token)).body())
                .isEqualTo("{\"active\":false}");
        assertThat(isActive(token, new PartnerClient("gateway", GATEWAY_SECRET)))
                .isTrue();
        assertThat(isActive("nonsense", mine)).isFalse();
        assertThat(platform.browser()
                        .post("/oauth2/introspect", Map.of("token", token, "client_id", PORTAL))
                        .statusCode())
                .as("a front-end cannot prove itself")
                .isEqualTo(401);
    }

    @Test
    void a_revoked_token_is_exchanged_no_more_and_the_gateway_hears_of_it() {
        var client = partner();
        var token = client.token(platform);
        var another = client.token(platform);
        assertThat(platform.exchange(token, "").statusCode()).isEqualTo(200);
        assertThat(post("/oauth2/revoke", client, Map.of("token", token)).statusCode())
                .isEqualTo(200);
        assertThat(platform.exchange(token, "").statusCode()).isEqualTo(400);
        assertThat(isActive(token, client)).isFalse();
        assertThat(platform.exchange(another, "").statusCode())
                .as("the others go on")
                .isEqualTo(200);
        assertThat(events.await("identity.client.token-revoked.v1", client.id())
                        .data()
                        .path("clientId")
                        .asString())
                .isEqualTo(client.id());
        assertThat(post("/oauth2/revoke", client, Map.of("token", "unknown")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_revokes_anothers_token() {
        var client = partner();
        var token = client.token(platform);
        post("/oauth2/revoke", partner(), Map.of("token", token));
        assertThat(isActive(token, client)).isTrue();
    }

    @Test
    void revoking_a_refresh_token_ends_the_access_token_too() {
        var person = SignedIn.administrator(platform);
        var tokens = platform.signedIn(person.username());
        platform.browser()
                .post(
                        "/oauth2/revoke",
                        Map.of(
                                "client_id",
                                PORTAL,
                                "token",
                                tokens.path("refresh_token").asString()));
        assertThat(platform.exchange(tokens.path("access_token").asString(), "").statusCode())
                .isEqualTo(400);
        events.await("identity.user.signed-out.v1", person.userId());
    }

    @Test
    void a_copied_refresh_token_ends_the_access_tokens_too() {
        var person = SignedIn.administrator(platform);
        var first = platform.signedIn(person.username()).path("refresh_token").asString();
        var refresh = Map.of("grant_type", "refresh_token", "refresh_token", first);
        var second = Browser.json(platform.browser().token(PORTAL, "", refresh));
        platform.browser().token(PORTAL, "", refresh);
        assertThat(platform.exchange(second.path("access_token").asString(), "").statusCode())
                .isEqualTo(400);
        events.await("identity.user.signed-out.v1", person.userId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "redirect_uri", "scope", "state", "code_challenge", "nonce", "unknown"})
    void a_nul_in_what_is_asked_for_is_a_page_for_people(String parameter) {
        var answer = platform.browser().authorize(PORTAL, CALLBACK, Map.of(parameter, "a\0b"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This link or form does not work");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "introspect", "revoke"})
    void a_nul_is_an_invalid_request_for_programs(String endpoint) {
        for (var parameter : List.of("client_id", "code", "refresh_token", "token", "grant_type", "client_assertion")) {
            var fields = new java.util.HashMap<>(Map.of("grant_type", "refresh_token", "client_id", PORTAL));
            fields.put(parameter, "a\0b");
            var answer = platform.browser().post("/oauth2/" + endpoint, fields);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Browser.json(answer).path("error").asString()).isEqualTo("invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b:secret", "\0", "no colon", ":", "a:\0"})
    void garbage_in_a_clients_credentials_is_no_client(String credentials) {
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var answer = platform.browser()
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + platform.port() + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(answer.statusCode()).isBetween(400, 401);
        assertThat(Browser.json(answer).path("error").asString()).isIn("invalid_client", "invalid_request");
    }
}
