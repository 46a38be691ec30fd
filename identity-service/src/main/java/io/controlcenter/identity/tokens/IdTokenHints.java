package io.controlcenter.identity.tokens;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Finds what an id token came of when a client signs out by it. Spring knows only the last one that it issued; clients
 * keep the first one, and may well show it when it has expired (OpenID Connect RP-Initiated Logout 1.0, 4).
 */
@Component
class IdTokenHints {

    private final NimbusJwtDecoder decoder;
    private final JdbcClient db;

    IdTokenHints(SigningKeys keys, JdbcClient db) {
        this.decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        this.decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        this.db = db;
    }

    /** The id of the authorization; empty when it has ended, or when this is no id token of ours. */
    Optional<String> authorization(String idToken) {
        return verified(idToken).flatMap(this::find);
    }

    private Optional<Jwt> verified(String idToken) {
        try {
            return Optional.of(decoder.decode(idToken));
        } catch (JwtException _) {
            return Optional.empty();
        }
    }

    private Optional<String> find(Jwt token) {
        var audience = Optional.ofNullable(token.getAudience()).orElse(List.of());
        return db.sql("""
                        select a.id from oauth2_authorization a
                        join oauth2_registered_client c on c.id = a.registered_client_id and c.client_id in (:clients)
                        where a.principal_name = :subject
                          and a.oidc_id_token_metadata::jsonb #>> '{metadata.token.claims,sid}' = :session
                        order by a.oidc_id_token_issued_at desc limit 1""")
                .param("clients", audience.isEmpty() ? List.of("") : audience)
                .param("subject", String.valueOf(token.getSubject()))
                .param("session", String.valueOf(token.getClaimAsString("sid")))
                .query((row, _) -> row.getString(1))
                .optional();
    }
}
