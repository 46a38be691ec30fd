package io.controlcenter.platform.security;

import java.util.List;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/** A verified scoped token, read once. */
final class CallerToken extends AbstractOAuth2TokenAuthenticationToken<Jwt> {

    private static final long serialVersionUID = 1L;
    private final transient Caller caller;

    CallerToken(Jwt token) {
        super(token, List.of());
        this.caller = Caller.of(token);
        setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    @Override
    public java.util.Map<String, Object> getTokenAttributes() {
        return getToken().getClaims();
    }

    @Override
    public String getName() {
        return caller.subject();
    }
}
