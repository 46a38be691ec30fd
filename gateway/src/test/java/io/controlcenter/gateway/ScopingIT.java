package io.controlcenter.gateway;

import static io.controlcenter.gateway.FakePlatform.Edge.code;
import static io.controlcenter.gateway.FakePlatform.IDENTITY;
import static io.controlcenter.gateway.FakePlatform.ORDER;
import static io.controlcenter.gateway.FakePlatform.path;
import static io.controlcenter.gateway.FakePlatform.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.controlcenter.platform.test.Events;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ScopingIT extends GatewayIT {

    @Autowired
    private Events events;

    @AfterEach
    void identity_is_well() {
        IDENTITY.away(false);
        IDENTITY.thinks(Duration.ZERO);
    }

    private Map<String, Object> claimsAt(String path) throws ParseException {
        var sent = ORDER.seen(path).getLast().header("Authorization");
        return SignedJWT.parse(sent.replaceFirst("Bearer ", ""))
                .getJWTClaimsSet()
                .getClaims();
    }

    @Test
    void a_service_gets_a_token_for_the_enterprise_that_was_named() throws ParseException {
        var user = user("ENT-1", "ORDER_VIEW");
        IDENTITY.grant(user, "ENT-2", "ORDER_WRITE");
        var token = IDENTITY.token(user);
        var path = path("/api/v1/orders");
        assertThat(edge.send(edge.as(token, path).header("X-Enterprise-Id", "ENT-2"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(claimsAt(path)).containsEntry("enterprise_id", "ENT-2").containsEntry("sub", user);
        assertThat(ORDER.seen(path).getLast().header("X-Enterprise-Id")).isEmpty();
        edge.send(edge.as(token, path).header("X-Enterprise-Id", "ENT-1"));
        assertThat(claimsAt(path)).containsEntry("enterprise_id", "ENT-1");
    }

    @Test
    void without_a_name_identity_finds_the_enterprise_or_none() throws ParseException {
        var path = path("/api/v1/orders");
        edge.get(IDENTITY.token(user("ENT-7")), path);
        assertThat(claimsAt(path)).containsEntry("enterprise_id", "ENT-7");
        var both = user("ENT-1");
        IDENTITY.grant(both, "ENT-2");
        edge.get(IDENTITY.token(both), path);
        assertThat(claimsAt(path)).doesNotContainKey("enterprise_id");
    }

    @Test
    void who_is_no_member_is_refused_and_so_is_a_malformed_name() {
        var token = IDENTITY.token(user("ENT-1"));
        assertThat(code(edge.send(edge.as(token, "/api/v1/orders").header("X-Enterprise-Id", "ENT-9"))))
                .isEqualTo("403 enterprise-forbidden");
        for (var malformed : new String[] {"**", "ENT 1", "ENT-1,ENT-2", "x".repeat(65)}) {
            assertThat(code(edge.send(edge.as(token, "/api/v1/orders").header("X-Enterprise-Id", malformed))))
                    .isEqualTo("400 invalidEnterprise");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "X-Forwarded-Prefix",
                "Forwarded",
                "X-Internal-User",
                "x_internal_user",
                "X-Original-URL",
                "ce_enterpriseid",
                "ce-id",
                "X-User-Id",
                "X-Permissions",
                "X-Account-Ids",
                "X-Scopes",
                "X-HTTP-Method-Override",
                "Cookie",
                "X-Actor",
                "baggage"
            })
    void what_only_the_platform_may_say_does_not_come_in(String name) {
        var path = path("/api/v1/orders");
        edge.send(edge.as(IDENTITY.token(user("ENT-1")), path).header(name, "forged-value"));
        assertThat(ORDER.seen(path))
                .singleElement()
                .satisfies(request -> assertThat(request.headers().toString()).doesNotContain("forged-value"));
    }

    @Test
    void correlation_and_trace_go_on() {
        var path = path("/api/v1/orders");
        edge.send(edge.as(IDENTITY.token(user("ENT-1")), path)
                .header("X-Correlation-Id", "corr-7")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(ORDER.seen(path).getFirst().header("X-Correlation-Id")).isEqualTo("corr-7");
        assertThat(ORDER.seen(path).getFirst().header("traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void many_at_once_make_one_exchange() throws Exception {
        IDENTITY.thinks(Duration.ofMillis(300));
        var token = IDENTITY.token(user("ENT-1"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Stream.<Callable<Integer>>generate(
                            () -> () -> edge.get(token, "/api/v1/orders").statusCode())
                    .limit(20)
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(200);
            }
        }
        assertThat(IDENTITY.exchanges(token)).hasSize(1);
    }

    @Test
    void while_identity_is_away_known_tokens_go_on_and_unknown_ones_wait() {
        var known = IDENTITY.token(user("ENT-1"));
        edge.get(known, "/api/v1/orders");
        IDENTITY.away(true);
        assertThat(edge.get(known, "/api/v1/orders").statusCode()).isEqualTo(200);
        var answer = edge.get(IDENTITY.token(user("ENT-1")), "/api/v1/orders");
        assertThat(code(answer)).isEqualTo("503 unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_disabled_user_is_refused() {
        var user = user("ENT-1");
        IDENTITY.disable(user);
        assertThat(code(edge.get(IDENTITY.token(user), "/api/v1/orders"))).isEqualTo("401 invalidCredentials");
    }

    private void tell(String topic, String type, String key, String data) {
        events.send(topic, type, key, null, 1, data);
    }

    private void within_two_seconds(String token, String enterprise, String code) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> code(edge.send(edge.as(token, "/api/v1/orders").header("X-Enterprise-Id", enterprise)))
                        .equals(code));
    }

    @Test
    void a_revoked_membership_stops_working_within_two_seconds() {
        var user = user("ENT-1");
        var token = IDENTITY.token(user);
        within_two_seconds(token, "ENT-1", "200 ");
        IDENTITY.revoke(user, "ENT-1");
        assertThat(edge.send(edge.as(token, "/api/v1/orders").header("X-Enterprise-Id", "ENT-1"))
                        .statusCode())
                .isEqualTo(200);
        tell(
                "identity.membership.v1",
                "identity.membership.revoked.v1",
                user + ":ENT-1",
                "{\"userId\":\"%s\",\"enterpriseId\":\"ENT-1\"}".formatted(user));
        within_two_seconds(token, "ENT-1", "403 enterprise-forbidden");
    }

    /** A deactivated user, a session that was ended, a partner's client or one of its tokens. */
    @ParameterizedTest
    @CsvSource({
        "identity.user.v1, identity.user.deactivated.v1, userId",
        "identity.user.v1, identity.user.signed-out.v1, userId",
        "identity.user.v1, identity.user.signed-out-everywhere.v1, userId",
        "identity.client.v1, identity.client.changed.v1, clientId",
        "identity.client.v1, identity.client.token-revoked.v1, clientId"
    })
    void whoever_may_not_act_any_more_stops_working_within_two_seconds(String topic, String type, String property) {
        var user = user("ENT-1");
        var token = IDENTITY.token(user);
        within_two_seconds(token, "ENT-1", "200 ");
        IDENTITY.disable(user);
        tell(topic, type, user, "{\"%s\":\"%s\"}".formatted(property, user));
        within_two_seconds(token, "ENT-1", "401 invalidCredentials");
    }

    @ParameterizedTest
    @CsvSource({
        "identity.account.v1, identity.account.removed.v1",
        "identity.enterprise.v1, identity.enterprise.updated.v1"
    })
    void a_change_of_an_enterprise_is_looked_up_again(String topic, String type) {
        var enterprise = "ENT-" + java.util.UUID.randomUUID();
        var token = IDENTITY.token(user(enterprise));
        edge.get(token, "/api/v1/orders");
        edge.get(token, "/api/v1/orders");
        assertThat(IDENTITY.exchanges(token)).hasSize(1);
        tell(topic, type, enterprise, "{\"enterpriseId\":\"%s\"}".formatted(enterprise));
        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> {
            edge.get(token, "/api/v1/orders");
            return IDENTITY.exchanges(token).size() == 2;
        });
    }

    @Test
    void an_unreadable_event_makes_it_forget_everything() {
        var user = user("ENT-1");
        var token = IDENTITY.token(user);
        within_two_seconds(token, "ENT-1", "200 ");
        IDENTITY.revoke(user, "ENT-1");
        tell("identity.membership.v1", "identity.membership.revoked.v1", "broken", "{not json");
        within_two_seconds(token, "ENT-1", "403 enterprise-forbidden");
    }
}
