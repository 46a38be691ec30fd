package io.controlcenter.identity.tokens;

import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Tells a client about its own tokens and, like any unknown one, nothing about another's (RFC 7662, 4); the gateway,
 * which exchanges everybody's, may ask about all.
 */
final class OwnTokensOnly implements AuthenticationProvider {

    private final AuthenticationProvider introspection;

    OwnTokensOnly(AuthenticationProvider introspection) {
        this.introspection = introspection;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var answer = introspection.authenticate(authentication);
        if (answer instanceof OAuth2TokenIntrospectionAuthenticationToken about
                && about.getTokenClaims().isActive()
                && about.getPrincipal() instanceof OAuth2ClientAuthenticationToken asking
                && !mayKnow(Objects.requireNonNull(asking.getRegisteredClient()), about.getTokenClaims())) {
            return new OAuth2TokenIntrospectionAuthenticationToken(
                    about.getToken(), asking, OAuth2TokenIntrospection.builder().build());
        }
        return Objects.requireNonNull(answer);
    }

    private static boolean mayKnow(RegisteredClient asking, OAuth2TokenIntrospection token) {
        return asking.getClientId().equals(token.getClientId())
                || asking.getAuthorizationGrantTypes().contains(AuthorizationGrantType.TOKEN_EXCHANGE);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return introspection.supports(authentication);
    }
}
