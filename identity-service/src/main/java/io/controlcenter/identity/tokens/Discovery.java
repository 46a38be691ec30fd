package io.controlcenter.identity.tokens;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** What clients can use here; left alone, the framework names everything that it could do somewhere. */
final class Discovery {

    private static final List<String> WITH_SECRET = List.of("client_secret_basic", "client_secret_post");
    private static final List<String> ALL_CLIENTS = List.of("client_secret_basic", "client_secret_post", "none");

    private Discovery() {}

    static void correct(Map<String, Object> claims) {
        claims.put("token_endpoint_auth_methods_supported", ALL_CLIENTS);
        claims.put("revocation_endpoint_auth_methods_supported", ALL_CLIENTS);
        claims.put("introspection_endpoint_auth_methods_supported", WITH_SECRET);
        claims.put("scopes_supported", List.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL));
        claims.remove("tls_client_certificate_bound_access_tokens");
        claims.remove("dpop_signing_alg_values_supported");
        claims.computeIfPresent("id_token_signing_alg_values_supported", (_, _) -> List.of("ES256"));
    }
}
