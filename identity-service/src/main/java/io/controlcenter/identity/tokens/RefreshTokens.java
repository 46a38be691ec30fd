package io.controlcenter.identity.tokens;

import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Refresh tokens for front-ends too: they cannot keep a secret, so theirs are rotated with every use. */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private final RealTime time;

    RefreshTokens(RealTime time) {
        this.time = time;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        var now = time.now();
        var validFor = context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive();
        return new OAuth2RefreshToken(Secrets.next(), now, now.plus(validFor));
    }
}
