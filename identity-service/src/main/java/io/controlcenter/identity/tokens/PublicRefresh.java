package io.controlcenter.identity.tokens;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets a front-end refresh or revoke with nothing but its client id: the rotating token itself is the proof, and PKCE,
 * which Spring's own rule asks for, belongs to the code alone.
 */
final class PublicRefresh implements AuthenticationConverter, AuthenticationProvider {

    private final RegisteredClientRepository clients;

    PublicRefresh(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var clientId = request.getParameter("client_id");
        if (clientId == null
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getParameter("client_secret") != null
                || !isRefreshOrRevocation(request)) {
            return null;
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("refresh", true);
        return new OAuth2ClientAuthenticationToken(clientId, ClientAuthenticationMethod.NONE, null, parameters);
    }

    private static boolean isRefreshOrRevocation(HttpServletRequest request) {
        return AuthorizationGrantType.REFRESH_TOKEN.getValue().equals(request.getParameter("grant_type"))
                || request.getRequestURI().endsWith("/oauth2/revoke");
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        var client = (OAuth2ClientAuthenticationToken) authentication;
        if (!client.getAdditionalParameters().containsKey("refresh")) {
            return null;
        }
        var registered = clients.findByClientId(client.getPrincipal().toString());
        return registered != null
                        && registered.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)
                ? new OAuth2ClientAuthenticationToken(registered, ClientAuthenticationMethod.NONE, null)
                : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
