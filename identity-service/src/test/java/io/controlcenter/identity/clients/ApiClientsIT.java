package io.controlcenter.identity.clients;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.PASSWORD;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.name;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityServiceTest
class ApiClientsIT {

    private static final String CALLBACK = "https://portal.acme.example/callback";

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private static String newId() {
        return "acme-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Map<String, Object> frontEnd(String clientId) {
        return Map.of("clientId", clientId, "name", "Acme portal", "kind", "PUBLIC", "redirectUris", List.of(CALLBACK));
    }

    @Test
    void a_front_end_is_registered_and_signs_people_in() {
        var id = newId();
        var registered = json(api.post(OPERATOR, "/api/v1/api-clients", frontEnd(id))
                .expectStatus()
                .isCreated());
        assertThat(registered.has("clientSecret")).isFalse();
        assertThat(events.await("identity.client.changed.v1", id)
                        .data()
                        .path("status")
                        .asString())
                .isEqualTo("ACTIVE");
        var username = name("portal");
        platform.accept(platform.member(platform.tenant(), username, Map.of("admin", true)));
        var browser = platform.browser();
        browser.signIn(username, PASSWORD);
        assertThat(Browser.parameter(Browser.location(browser.authorize(id, CALLBACK, Map.of())), "code"))
                .isNotEmpty();
        api.post(OPERATOR, "/api/v1/api-clients/" + id + "/disable")
                .expectStatus()
                .isOk();
        assertThat(browser.authorize(id, CALLBACK, Map.of()).statusCode()).isEqualTo(400);
        assertThat(problem(api.post(OPERATOR, "/api/v1/api-clients", frontEnd(id))))
                .isEqualTo("409 client-id-taken");
    }

    @Test
    void a_front_end_loses_its_addresses_after_signing_out_by_null_and_keeps_those_it_needs() {
        var id = newId();
        var body = new HashMap<>(frontEnd(id));
        body.put("postLogoutRedirectUris", List.of(CALLBACK));
        api.post(OPERATOR, "/api/v1/api-clients", body).expectStatus().isCreated();
        var changed = json(platform.patch(OPERATOR, "/api/v1/api-clients/" + id, "{\"postLogoutRedirectUris\": null}")
                .expectStatus()
                .isOk());
        assertThat(changed.path("postLogoutRedirectUris").size()).isZero();
        assertThat(changed.path("redirectUris").size()).isEqualTo(1);
        assertThat(problem(platform.patch(OPERATOR, "/api/v1/api-clients/" + id, "{\"redirectUris\": null}")))
                .isEqualTo("422 missingProperty");
    }

    @Test
    void a_partners_secret_is_said_once() {
        var id = newId();
        var body = Map.of(
                "clientId",
                id,
                "name",
                "Acme partner",
                "kind",
                "CONFIDENTIAL",
                "permissions",
                List.of("ORDER_VIEW"),
                "enterpriseIds",
                List.of(platform.tenant().enterprise()));
        var registered = json(
                api.post(OPERATOR, "/api/v1/api-clients", body).expectStatus().isCreated());
        assertThat(registered.path("clientSecret").asString()).hasSizeGreaterThan(40);
        var seen = json(
                api.get(OPERATOR, "/api/v1/api-clients/" + id).expectStatus().isOk());
        assertThat(seen.has("clientSecret")).isFalse();
        assertThat(json(api.get(OPERATOR, "/api/v1/api-clients?kind=CONFIDENTIAL"))
                        .path("items")
                        .size())
                .isPositive();
    }

    @Test
    void what_does_not_fit_the_kind_is_refused() {
        assertThat(problem(api.post(OPERATOR, "/api/v1/api-clients", Map.of("name", "Kindless"))))
                .isEqualTo("422 missingProperty");
        assertThat(problem(api.post(OPERATOR, "/api/v1/api-clients", Map.of("name", "Nowhere", "kind", "PUBLIC"))))
                .isEqualTo("422 missingProperty");
        assertThat(problem(api.post(
                        OPERATOR,
                        "/api/v1/api-clients",
                        Map.of(
                                "name",
                                "Open",
                                "kind",
                                "PUBLIC",
                                "redirectUris",
                                List.of("http://portal.acme.example/callback")))))
                .isEqualTo("422 invalidFormat");
        assertThat(problem(api.post(
                        OPERATOR,
                        "/api/v1/api-clients",
                        Map.of(
                                "name",
                                "Lost",
                                "kind",
                                "CONFIDENTIAL",
                                "permissions",
                                List.of("ORDER_VIEW"),
                                "enterpriseIds",
                                List.of("ENT-1")))))
                .isEqualTo("422 referenceNotFound");
        var id = "gateway";
        assertThat(problem(api.post(OPERATOR, "/api/v1/api-clients", frontEnd(id))))
                .isEqualTo("409 client-id-taken");
    }
}
