package io.controlcenter.gateway.tokens;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.SecuritySettings;
import io.controlcenter.platform.security.TokenVerifier;
import io.controlcenter.platform.security.Unauthorized;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** The access tokens that callers bring: ES256 by identity's keys, our issuer, our audience, in time. */
@Component
public final class AccessTokens {

    private static final String BEARER = "Bearer ";
    private final JwtDecoder verifier;

    AccessTokens(SecuritySettings settings) {
        this.verifier = TokenVerifier.remote(settings.jwksUri(), settings.issuer(), settings.audience());
    }

    /** @throws Problem 401, told apart as domain b.7 asks; 503 while keys cannot be had */
    public AccessToken require(HttpServletRequest request) {
        var token = bearer(request);
        if (token == null) {
            throw Unauthorized.missing();
        }
        try {
            var verified = verifier.decode(token);
            var subject = verified.getSubject();
            if (subject == null) {
                throw Unauthorized.invalid();
            }
            // the verifier's own copy of the text, whose hash is known already
            return new AccessToken(verified.getTokenValue(), subject);
        } catch (BadJwtException e) {
            throw String.valueOf(e.getMessage()).contains("expired") ? Unauthorized.expired() : Unauthorized.invalid();
        } catch (JwtException _) {
            throw Problem.unavailable("Tokens cannot be checked right now.", Duration.ofSeconds(2));
        }
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}
