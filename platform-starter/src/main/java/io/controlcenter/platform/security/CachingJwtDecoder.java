package io.controlcenter.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token's signature once per lifetime instead of once per request: the arithmetic is the dearest part of a
 * small request. What was verified stays verified until it expires; what failed is never remembered.
 */
public final class CachingJwtDecoder implements JwtDecoder {

    private static final Duration AT_MOST = Duration.ofMinutes(15);
    private final JwtDecoder verifier;
    private final Cache<String, Jwt> verified;

    public CachingJwtDecoder(JwtDecoder verifier, int tokens) {
        this.verifier = verifier;
        this.verified = Caffeine.newBuilder()
                .maximumSize(tokens)
                .expireAfter(Expiry.creating((String _, Jwt token) -> remaining(token)))
                .build();
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.getIfPresent(token);
        if (known != null && !remaining(known).isZero()) {
            return known;
        }
        var fresh = verifier.decode(token);
        verified.put(token, fresh);
        return fresh;
    }

    /** Token lifetimes keep real time, whatever the business clock says (design, 7). */
    private static Duration remaining(Jwt token) {
        var expiry = token.getExpiresAt();
        if (expiry == null) {
            return AT_MOST;
        }
        var left = Duration.between(Instant.ofEpochMilli(System.currentTimeMillis()), expiry);
        return left.isNegative() ? Duration.ZERO : left.compareTo(AT_MOST) > 0 ? AT_MOST : left;
    }
}
