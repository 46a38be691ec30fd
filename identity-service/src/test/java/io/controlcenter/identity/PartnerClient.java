package io.controlcenter.identity;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;

import io.controlcenter.platform.test.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A partner's program and the secret that was said when it was registered. */
public record PartnerClient(String id, String secret) {

    public static PartnerClient register(Api api, List<String> enterprises, String... permissions) {
        var registered = IdentityPlatform.json(
                api.post(OPERATOR, "/api/v1/api-clients", draft(enterprises, Map.of(), permissions))
                        .expectStatus()
                        .isCreated());
        return new PartnerClient(
                registered.path("clientId").asString(),
                registered.path("clientSecret").asString());
    }

    public static Map<String, Object> draft(List<String> enterprises, Map<String, ?> more, String... permissions) {
        var body = new HashMap<String, Object>(Map.of(
                "name",
                "Acme partner",
                "kind",
                "CONFIDENTIAL",
                "permissions",
                List.of(permissions),
                "enterpriseIds",
                enterprises));
        body.putAll(more);
        return body;
    }

    public String token(IdentityPlatform platform) {
        return Browser.json(platform.browser().token(id, secret, Map.of("grant_type", "client_credentials")))
                .path("access_token")
                .asString();
    }
}
