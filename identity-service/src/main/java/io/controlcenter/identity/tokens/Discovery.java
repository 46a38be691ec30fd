package io.controlcenter.identity.tokens;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** What clients can use here; left alone, the framework names everything that it could do somewhere. */
final class Discovery {

    private static final List<String> CONFIDENTIAL =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt");
    private static final List<String> ALL_CLIENTS =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none");
    private static final List<String> CLAIMS = List.of(
            "sub",
            "iss",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "azp",
            "sid",
            "amr",
            "name",
            "preferred_username",
            "zoneinfo",
            "email");

    private Discovery() {}

    static void correct(Map<String, Object> claims) {
        claims.put("token_endpoint_auth_methods_supported", ALL_CLIENTS);
        claims.put("revocation_endpoint_auth_methods_supported", ALL_CLIENTS);
        claims.put("introspection_endpoint_auth_methods_supported", CONFIDENTIAL);
        for (var endpoint : List.of("token", "revocation", "introspection")) {
            claims.put(endpoint + "_endpoint_auth_signing_alg_values_supported", ClientAssertions.ALGORITHMS);
        }
        claims.put(
                "grant_types_supported",
                List.of(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:ietf:params:oauth:grant-type:token-exchange"));
        claims.put("response_types_supported", List.of("code"));
        claims.put("response_modes_supported", List.of("query"));
        claims.put("code_challenge_methods_supported", List.of("S256"));
        claims.put("scopes_supported", List.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL));
        claims.remove("tls_client_certificate_bound_access_tokens");
        claims.remove("dpop_signing_alg_values_supported");
        claims.remove("device_authorization_endpoint");
        claims.remove("pushed_authorization_request_endpoint");
    }

    static void correctForSignIn(Map<String, Object> claims) {
        correct(claims);
        claims.put("id_token_signing_alg_values_supported", List.of("ES256"));
        claims.put("claims_supported", CLAIMS);
        claims.put("prompt_values_supported", List.of("none", "login"));
        claims.put("claims_parameter_supported", false);
        claims.put("request_parameter_supported", false);
        claims.put("request_uri_parameter_supported", false);
    }
}
