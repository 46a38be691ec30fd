package io.controlcenter.identity.clients;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.PartnerClient;
import io.controlcenter.identity.RealTime;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How partners' programs prove themselves, change what they do it by, and are kept out. */
@IdentityServiceTest
class ClientSecretsIT {

    private static final String CLIENTS = "/api/v1/api-clients";

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private RealTime time;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private PartnerClient partner() {
        return PartnerClient.register(api, List.of(platform.tenant().enterprise()), "ORDER_VIEW");
    }

    private int asked(PartnerClient client) {
        return platform.browser()
                .token(client.id(), client.secret(), Map.of("grant_type", "client_credentials"))
                .statusCode();
    }

    private String path(PartnerClient client) {
        return CLIENTS + "/" + client.id();
    }

    @Test
    void a_secret_is_changed_without_a_moment_in_which_none_works() {
        var client = partner();
        var issued = json(api.post(OPERATOR, path(client) + "/secrets", Map.of("previousValidFor", "P7D"))
                .expectStatus()
                .isCreated());
        var next = new PartnerClient(client.id(), issued.path("clientSecret").asString());
        assertThat(asked(client)).isEqualTo(200);
        assertThat(asked(next)).isEqualTo(200);
        assertThat(problem(api.post(OPERATOR, path(client) + "/secrets"))).isEqualTo("409 too-many-secrets");
        clock.advance(Duration.ofDays(7));
        assertThat(asked(client)).as("its week is over").isEqualTo(401);
        assertThat(asked(next)).isEqualTo(200);
        var seen = json(api.get(OPERATOR, path(client)));
        assertThat(seen.path("secrets").size()).isEqualTo(2);
        assertThat(seen.toString()).doesNotContain(next.secret(), client.secret());
        api.post(OPERATOR, path(client) + "/secrets").expectStatus().isCreated();
        assertThat(json(api.get(OPERATOR, path(client))).path("secrets").size())
                .as("the expired one gave way")
                .isEqualTo(2);
    }

    @Test
    void a_secret_is_ended_at_once_but_never_the_last_one() {
        var client = partner();
        var first = json(api.get(OPERATOR, path(client)))
                .path("secrets")
                .path(0)
                .path("secretId")
                .asString();
        assertThat(problem(platform.delete(OPERATOR, path(client) + "/secrets/" + first)))
                .isEqualTo("409 last-credential");
        assertThat(asked(client)).isEqualTo(200);
        var next = json(api.post(OPERATOR, path(client) + "/secrets"))
                .path("clientSecret")
                .asString();
        platform.delete(OPERATOR, path(client) + "/secrets/" + first)
                .expectStatus()
                .isNoContent();
        assertThat(asked(client)).isEqualTo(401);
        assertThat(asked(new PartnerClient(client.id(), next))).isEqualTo(200);
        platform.delete(OPERATOR, path(client) + "/secrets/" + first)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void what_no_secret_can_be_is_refused() {
        var client = partner();
        for (var body : List.of(
                Map.of("previousValidFor", "P91D"),
                Map.of("previousValidFor", "-PT1S"),
                Map.of("expiresAt", "2020-01-01T00:00:00Z"))) {
            assertThat(problem(api.post(OPERATOR, path(client) + "/secrets", body)))
                    .isEqualTo("422 invalidValue");
        }
        api.post(Tokens.provider("SALES"), path(client) + "/secrets")
                .expectStatus()
                .isForbidden();
        api.post(OPERATOR, CLIENTS + "/nobody/secrets").expectStatus().isNotFound();
        var front = json(api.post(
                OPERATOR,
                CLIENTS,
                Map.of("name", "Front", "kind", "PUBLIC", "redirectUris", List.of("https://acme.example/cb"))));
        assertThat(problem(api.post(
                        OPERATOR, CLIENTS + "/" + front.path("clientId").asString() + "/secrets")))
                .isEqualTo("409 client-has-no-secrets");
    }

    @Test
    void a_secret_in_the_body_will_do_too() {
        var client = partner();
        var answer = platform.browser()
                .post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                client.id(),
                                "client_secret",
                                client.secret()));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static ECKey key(String kid) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    }

    private static Map<String, Object> jwks(ECKey... keys) {
        return new com.nimbusds.jose.jwk.JWKSet(List.<com.nimbusds.jose.jwk.JWK>of(keys)).toJSONObject(true);
    }

    private String registered(ECKey key) {
        var enterprises = List.of(platform.tenant().enterprise());
        var client = json(api.post(
                        OPERATOR, CLIENTS, PartnerClient.draft(enterprises, Map.of("jwks", jwks(key)), "ORDER_VIEW"))
                .expectStatus()
                .isCreated());
        assertThat(client.has("clientSecret")).isFalse();
        assertThat(client.path("jwks").path("keys").path(0).path("kid").asString())
                .isEqualTo(key.getKeyID());
        return client.path("clientId").asString();
    }

    private String assertion(ECKey key, String clientId, String audience, Duration validFor) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(time.now()))
                .expirationTime(Date.from(time.now().plus(validFor)))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private HttpResponse<String> proved(String clientId, String assertion) {
        return platform.browser()
                .post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                clientId,
                                "client_assertion_type",
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                "client_assertion",
                                assertion));
    }

    @Test
    void a_client_proves_itself_by_a_key_of_its_own_once_per_assertion() throws Exception {
        var key = key("k1");
        var id = registered(key);
        var audience = Tokens.ISSUER + "/oauth2/token";
        var good = assertion(key, id, audience, Duration.ofMinutes(5));
        var first = proved(id, good);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(proved(id, good).statusCode()).as("the same again").isEqualTo(401);
        assertThat(proved(id, assertion(key("k1"), id, audience, Duration.ofMinutes(5)))
                        .statusCode())
                .as("another key")
                .isEqualTo(401);
        assertThat(proved(id, assertion(key, id, "https://elsewhere.example/token", Duration.ofMinutes(5)))
                        .statusCode())
                .as("for somebody else")
                .isEqualTo(401);
        assertThat(proved(id, assertion(key, id, audience, Duration.ofMinutes(-5)))
                        .statusCode())
                .as("expired")
                .isEqualTo(401);
        assertThat(proved(id, assertion(key, id, audience, Duration.ofDays(1))).statusCode())
                .as("good for too long")
                .isEqualTo(401);
        assertThat(proved(id, "garbage").statusCode()).isBetween(400, 401);
        assertThat(asked(new PartnerClient(id, "any secret"))).isEqualTo(401);
    }

    @Test
    void keys_are_changed_beside_each_other() throws Exception {
        var old = key("k1");
        var id = registered(old);
        var next = key("k2");
        var audience = Tokens.ISSUER + "/oauth2/token";
        platform.patch(OPERATOR, CLIENTS + "/" + id, Map.of("jwks", jwks(old, next)))
                .expectStatus()
                .isOk();
        for (var key : List.of(old, next)) {
            assertThat(proved(id, assertion(key, id, audience, Duration.ofMinutes(5)))
                            .statusCode())
                    .isEqualTo(200);
        }
        platform.patch(OPERATOR, CLIENTS + "/" + id, Map.of("jwks", jwks(next)))
                .expectStatus()
                .isOk();
        assertThat(proved(id, assertion(old, id, audience, Duration.ofMinutes(5)))
                        .statusCode())
                .isEqualTo(401);
        for (var none : List.of("{\"jwks\": {\"keys\": []}}", "{\"jwks\": null}")) {
            assertThat(problem(platform.patch(OPERATOR, CLIENTS + "/" + id, none)))
                    .isEqualTo("409 last-credential");
        }
    }

    @Test
    void keys_are_taken_away_by_null_from_a_client_that_has_a_secret_and_what_it_must_have_is_not() throws Exception {
        var client = partner();
        platform.patch(OPERATOR, path(client), Map.of("jwks", jwks(key("k1"))))
                .expectStatus()
                .isOk();
        assertThat(json(platform.patch(OPERATOR, path(client), "{\"jwks\": null}")
                                .expectStatus()
                                .isOk())
                        .has("jwks"))
                .isFalse();
        assertThat(asked(client)).isEqualTo(200);
        var refused = json(platform.patch(
                        OPERATOR, path(client), "{\"name\": null, \"permissions\": null, \"enterpriseIds\": null}")
                .expectStatus()
                .isEqualTo(422));
        assertThat(refused.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/name", "/permissions", "/enterpriseIds");
    }

    @Test
    void keys_that_are_private_weak_or_none_are_refused() throws Exception {
        var secret = new com.nimbusds.jose.jwk.JWKSet(key("k1")).toJSONObject(false);
        var weak = Map.of("keys", List.of(Map.of("kty", "oct", "kid", "k", "k", "c2VjcmV0")));
        var nameless = jwks(new ECKeyGenerator(Curve.P_256).generate());
        for (var bad : List.of(secret, weak, nameless, Map.of("keys", List.of()), Map.of("nothing", 1))) {
            var body = PartnerClient.draft(List.of(platform.tenant().enterprise()), Map.of("jwks", bad), "ORDER_VIEW");
            assertThat(problem(api.post(OPERATOR, CLIENTS, body))).isEqualTo("422 invalidValue");
        }
    }

    @Test
    void a_suspended_client_is_out_until_it_is_resumed_with_the_same_secret() {
        var client = partner();
        var token = client.token(platform);
        api.post(OPERATOR, path(client) + "/suspend").expectStatus().isOk();
        assertThat(platform.exchange(token, "").statusCode()).isEqualTo(400);
        assertThat(asked(client)).isEqualTo(401);
        assertThat(events.await(
                                event -> event.key().equals(client.id())
                                        && event.data()
                                                .path("status")
                                                .asString()
                                                .equals("SUSPENDED"),
                                "suspended")
                        .type())
                .isEqualTo("identity.client.changed.v1");
        api.post(OPERATOR, path(client) + "/resume").expectStatus().isOk();
        assertThat(asked(client)).isEqualTo(200);
        assertThat(platform.exchange(token, "").statusCode())
                .as("what it had before is gone")
                .isEqualTo(400);
        api.post(OPERATOR, path(client) + "/disable").expectStatus().isOk();
        assertThat(problem(api.post(OPERATOR, path(client) + "/resume"))).isEqualTo("409 client-disabled");
        assertThat(problem(platform.patch(OPERATOR, path(client), Map.of("name", "Other"))))
                .isEqualTo("409 client-disabled");
    }

    @Test
    void what_a_client_may_do_is_changed_and_counts_for_the_tokens_that_it_has() {
        var first = platform.tenant();
        var second = platform.tenant();
        var client = PartnerClient.register(api, List.of(first.enterprise()), "ORDER_VIEW", "REPAIR_VIEW");
        var token = client.token(platform);
        platform.patch(
                        OPERATOR,
                        path(client),
                        Map.of("permissions", List.of("ORDER_VIEW"), "enterpriseIds", List.of(second.enterprise())))
                .expectStatus()
                .isOk();
        assertThat(platform.exchange(token, first.enterprise()).statusCode()).isEqualTo(400);
        var scoped = Browser.json(platform.exchange(token, second.enterprise()))
                .path("access_token")
                .asString();
        assertThat(Browser.claims(scoped).path("permissions").toString()).isEqualTo("[\"ORDER_VIEW\"]");
        assertThat(problem(platform.patch(OPERATOR, path(client), Map.of("enterpriseIds", List.of("ENT-1")))))
                .isEqualTo("422 referenceNotFound");
        assertThat(problem(platform.patch(
                        OPERATOR, path(client), Map.of("redirectUris", List.of("https://acme.example/cb")))))
                .isEqualTo("422 invalidValue");
        for (var enterprise : List.of(first.enterprise(), second.enterprise())) {
            assertThat(audited(client, enterprise)).contains("client.changed");
        }
    }

    private List<String> audited(PartnerClient client, String enterprise) {
        return TenantScope.call(
                TenantScope.of(enterprise),
                () -> transaction.execute(
                        _ -> db.sql("select action from audit_entry where subject_id = :client order by id")
                                .param("client", client.id())
                                .query(String.class)
                                .list()));
    }
}
