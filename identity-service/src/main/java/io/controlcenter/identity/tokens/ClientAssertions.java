package io.controlcenter.identity.tokens;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.clients.Registrations;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.platform.work.DueWork;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Verifies the assertion by which a client proves itself (RFC 7523) against the keys that were registered with it.
 * Spring's own factory fetches them from an address of the client's choice; ours asks nobody. Each assertion is good
 * for one request.
 */
@Component
class ClientAssertions implements JwtDecoderFactory<RegisteredClient>, DueWork {

    static final List<String> ALGORITHMS = List.of("ES256", "ES384", "PS256", "RS256");
    private static final Set<JWSAlgorithm> ACCEPTED =
            ALGORITHMS.stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JdbcClient db;
    private final RealTime time;

    ClientAssertions(JdbcClient db, RealTime time) {
        this.db = db;
        this.time = time;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ACCEPTED, new ImmutableJWKSet<>(keys(client))));
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // Spring's validators below do
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client), this::expiresSoon));
        return token -> once(decoder.decode(token));
    }

    private static JWKSet keys(RegisteredClient client) {
        try {
            return Registrations.jwks(client).isEmpty()
                    ? new JWKSet()
                    : JWKSet.parse(Registrations.jwks(client).orElseThrow());
        } catch (ParseException e) {
            throw new IllegalStateException("The registered keys of " + client.getClientId() + " cannot be read", e);
        }
    }

    private OAuth2TokenValidatorResult expiresSoon(Jwt assertion) {
        var expiry = assertion.getExpiresAt();
        return expiry != null && expiry.isBefore(time.now().plus(LONGEST))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(invalid("An assertion expires within an hour."));
    }

    /** After everything else about it was right, so that nobody fills the table with forgeries. */
    private Jwt once(Jwt assertion) {
        var expiry = assertion.getExpiresAt() == null ? time.now() : assertion.getExpiresAt();
        var first = db.sql("""
                        insert into used_client_assertion (assertion_hash, expires_at) values (:hash, :expiry)
                        on conflict do nothing""")
                .param("hash", Secrets.hash(assertion.getTokenValue()))
                .param("expiry", OffsetDateTime.ofInstant(expiry, ZoneOffset.UTC))
                .update();
        if (first == 0) {
            throw new OAuth2AuthenticationException(invalid("This assertion was used before."));
        }
        return assertion;
    }

    private static OAuth2Error invalid(String why) {
        return new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, why, null);
    }

    @Override
    public String name() {
        return "clear-used-client-assertions";
    }

    /** By the database's clock: assertions keep real time. */
    @Override
    public int doDue(Instant now) {
        db.sql("delete from used_client_assertion where expires_at < now() - interval '1 minute'")
                .update();
        return 0;
    }
}
