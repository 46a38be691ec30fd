package io.controlcenter.identity.tokens;

import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.tokens.domain.Subject;
import io.controlcenter.platform.security.SecuritySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;

/**
 * Exchanges an access token for one that is scoped to a single enterprise (RFC 8693). It happens once per token and
 * enterprise on the path of requests, so nothing is stored: one query, which also sees whether the access token was
 * revoked, and one signature. What was decided here can be looked up in the grants at any time.
 */
final class TokenExchange implements AuthenticationProvider {

    private static final String RESOURCE = "urn:control-center:enterprise:";
    private static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";
    private static final Duration VALID_FOR = Duration.ofMinutes(10);

    private final JwtDecoder accessTokens;
    private final JwtEncoder encoder;
    private final Subjects subjects;
    private final SecuritySettings security;
    private final RealTime time;

    TokenExchange(
            JwtDecoder accessTokens, JwtEncoder encoder, Subjects subjects, SecuritySettings security, RealTime time) {
        this.accessTokens = accessTokens;
        this.encoder = encoder;
        this.subjects = subjects;
        this.security = security;
        this.time = time;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenExchangeAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var exchange = (OAuth2TokenExchangeAuthenticationToken) authentication;
        var client = (OAuth2ClientAuthenticationToken) exchange.getPrincipal();
        var registered = Objects.requireNonNull(client.getRegisteredClient());
        if (!registered.getAuthorizationGrantTypes().contains(AuthorizationGrantType.TOKEN_EXCHANGE)) {
            throw refused(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "This client may not exchange tokens.");
        }
        if (!exchange.getAudiences().equals(Set.of(security.audience()))) {
            throw refused("invalid_target", "The audience must be " + security.audience() + ".");
        }
        var given = verified(exchange.getSubjectToken());
        var subject = subject(given)
                .orElseThrow(
                        () -> refused(OAuth2ErrorCodes.INVALID_GRANT, "The token's subject may not act any more."));
        var token = sign(subject, scope(subject, named(exchange.getResources())), given);
        return new OAuth2AccessTokenAuthenticationToken(
                registered, client, token, null, Map.of("issued_token_type", ACCESS_TOKEN_TYPE));
    }

    private Jwt verified(String token) {
        try {
            return accessTokens.decode(token);
        } catch (JwtException _) {
            throw refused(OAuth2ErrorCodes.INVALID_GRANT, "The subject token is not valid.");
        }
    }

    private Optional<Subject> subject(Jwt token) {
        var id = token.getSubject();
        var clientId = token.getClaimAsString(AccessTokenClaims.CLIENT_ID);
        if (id == null || clientId == null) {
            return Optional.empty();
        }
        if (id.equals(clientId)) {
            var asked = token.getClaimAsStringList("scope");
            return subjects.client(id, asked == null ? Set.of() : Set.copyOf(asked), token.getTokenValue());
        }
        return subjects.user(id, token.getTokenValue());
    }

    private static @Nullable String named(Set<String> resources) {
        if (resources.isEmpty()) {
            return null;
        }
        var resource = resources.iterator().next();
        if (resources.size() > 1 || !resource.startsWith(RESOURCE)) {
            throw refused("invalid_target", "Name one enterprise as " + RESOURCE + "<id>.");
        }
        return resource.substring(RESOURCE.length());
    }

    private Subject.Scope scope(Subject subject, @Nullable String enterpriseId) {
        Optional<Subject.Reach> staff = enterpriseId != null && subject.actor() == Subject.Actor.PROVIDER
                ? subjects.staffReach(subject.roles(), enterpriseId)
                : Optional.empty();
        return switch (subject.scopeTo(enterpriseId, staff)) {
            case Subject.Scoping.Scoped(var scope) -> scope;
            case Subject.Scoping.NotYours(var id) ->
                throw refused("invalid_target", "The enterprise " + id + " is not one of the subject's.");
        };
    }

    /** Never longer than the token that it came from. */
    private OAuth2AccessToken sign(Subject subject, Subject.Scope scope, Jwt given) {
        var now = time.now();
        var until = now.plus(VALID_FOR);
        var expiry = given.getExpiresAt();
        var claims = JwtClaimsSet.builder()
                .issuer(security.issuer())
                .audience(java.util.List.of(security.audience()))
                .subject(subject.id())
                .issuedAt(now)
                .expiresAt(expiry == null || expiry.isAfter(until) ? until : expiry)
                .id(UUID.randomUUID().toString())
                .claim("name", subject.name())
                .claim("actor", subject.actor().name())
                .claim("permissions", scope.permissions())
                .claim("accounts", scope.accounts() == null ? "*" : scope.accounts());
        var session = given.getClaimAsString(AccessTokenClaims.SESSION);
        if (session != null) {
            claims.claim(AccessTokenClaims.SESSION, session);
        }
        if (scope.enterpriseId() != null && scope.segment() != null) {
            claims.claim("enterprise_id", scope.enterpriseId()).claim("segment", scope.segment());
        }
        var header = JwsHeader.with(SignatureAlgorithm.ES256).build();
        var jwt = encoder.encode(JwtEncoderParameters.from(header, claims.build()));
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(), now, requireExpiry(jwt.getExpiresAt()));
    }

    private static Instant requireExpiry(@Nullable Instant expiry) {
        return Objects.requireNonNull(expiry);
    }

    private static OAuth2AuthenticationException refused(String code, String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, why, null));
    }
}
