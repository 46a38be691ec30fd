package io.controlcenter.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.controlcenter.platform.security.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Scoped tokens as identity issues them, for any user, and bad ones of every kind. */
public final class Tokens {

    public static final String ISSUER = "http://localhost:8080";
    public static final String AUDIENCE = "control-center-services";
    private static final ECKey KEY = newKey();
    private static final ECKey FORGED = newKey();

    private Tokens() {}

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The verifier that accepts these tokens and no others. */
    public static JwtDecoder decoder() {
        var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(TokenVerifier.validator(ISSUER, AUDIENCE));
        return decoder;
    }

    /** A user of an enterprise, with these permissions on all its accounts. */
    public static Draft customer(String enterpriseId, String... permissions) {
        return new Draft("user-of-" + enterpriseId, "CUSTOMER", enterpriseId, null, List.of(permissions));
    }

    /** Provider staff who named no enterprise. */
    public static Draft provider(String... roles) {
        return new Draft("staff-" + String.join("-", roles), "PROVIDER", null, null, List.of(roles));
    }

    public static Draft partner(String enterpriseId, String... permissions) {
        return new Draft("partner-of-" + enterpriseId, "PARTNER", enterpriseId, null, List.of(permissions));
    }

    /** @param accounts null for all */
    public record Draft(
            String subject,
            String actor,
            @Nullable String enterpriseId,
            @Nullable List<String> accounts,
            List<String> permissions) {

        public Draft as(String user) {
            return new Draft(user, actor, enterpriseId, accounts, permissions);
        }

        public Draft on(String enterprise) {
            return new Draft(subject, actor, enterprise, accounts, permissions);
        }

        public Draft onlyAccounts(String... only) {
            return new Draft(subject, actor, enterpriseId, List.of(only), permissions);
        }

        public String token() {
            return sign(claims(Duration.ofMinutes(5), AUDIENCE), KEY);
        }

        public String expired() {
            return sign(claims(Duration.ofMinutes(-5), AUDIENCE), KEY);
        }

        public String forged() {
            return sign(claims(Duration.ofMinutes(5), AUDIENCE), FORGED);
        }

        public String forAnotherAudience() {
            return sign(claims(Duration.ofMinutes(5), "somebody-else"), KEY);
        }

        /** {@code alg=none}: the oldest trick. */
        public String unsigned() {
            return new com.nimbusds.jwt.PlainJWT(claims(Duration.ofMinutes(5), AUDIENCE)).serialize();
        }

        private JWTClaimsSet claims(Duration validFor, String audience) {
            var now = Instant.ofEpochMilli(System.currentTimeMillis());
            return new JWTClaimsSet.Builder()
                    .issuer(ISSUER)
                    .audience(audience)
                    .subject(subject)
                    .issueTime(Date.from(now.minusSeconds(600)))
                    .expirationTime(Date.from(now.plus(validFor)))
                    .claim("name", "Test " + subject)
                    .claim("actor", actor)
                    .claim("enterprise_id", enterpriseId)
                    .claim("segment", enterpriseId == null ? null : "ENTERPRISE")
                    .claim("permissions", permissions)
                    .claim("accounts", accounts == null ? "*" : accounts)
                    .build();
        }
    }

    private static String sign(JWTClaimsSet claims, ECKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("test").build(), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
