package io.controlcenter.platform.security;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Builds the verifier of one kind of token: ES256 by the provider's published keys, its issuer, one audience, in time. */
public final class TokenVerifier {

    private static final int TOKENS = 10_000;
    private static final Duration OUTAGE = Duration.ofHours(12);

    private TokenVerifier() {}

    /**
     * Fetches keys when a token names one that is not known yet, and goes on with the known ones while the provider is
     * away.
     */
    public static JwtDecoder remote(String jwksUri, String issuer, String audience) {
        try {
            var keys = JWKSourceBuilder.<SecurityContext>create(
                            URI.create(jwksUri).toURL())
                    .retrying(true)
                    .rateLimited(Duration.ofSeconds(1).toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
            var decoder = NimbusJwtDecoder.withJwkSource(keys)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            decoder.setJwtValidator(validator(issuer, audience));
            return new CachingJwtDecoder(decoder, TOKENS);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not an address of a key set: " + jwksUri, e);
        }
    }

    public static OAuth2TokenValidator<Jwt> validator(String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(Duration.ofSeconds(5)),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>("aud", claimed -> claimed != null && claimed.contains(audience))));
    }
}
