package io.controlcenter.identity.tokens;

import io.controlcenter.identity.sessions.SignIns;
import io.controlcenter.identity.users.application.OwnProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Access tokens name the subject and not what it may do; id tokens tell the front-end who signed in. */
final class AccessTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String AUDIENCE = "control-center";
    static final String CLIENT_ID = "client_id";
    /** The sign-in that it came of, so that a person can tell this one among the others. */
    static final String SESSION = "sid";

    private final OwnProfile profiles;

    AccessTokenClaims(OwnProfile profiles) {
        this.profiles = profiles;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims()
                    .audience(Collections.singletonList(
                            AUDIENCE)) // stored claims must be of a class that Spring reads again
                    .claim(CLIENT_ID, context.getRegisteredClient().getClientId());
            signIn(context).ifPresent(id -> context.getClaims().claim(SESSION, id));
        } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            introduce(context);
        }
    }

    private static Optional<String> signIn(JwtEncodingContext context) {
        return context.<Authentication>getPrincipal() instanceof UsernamePasswordAuthenticationToken person
                        && person.getDetails() instanceof WebAuthenticationDetails details
                ? Optional.ofNullable(details.getSessionId())
                : Optional.empty();
    }

    /** How somebody proved who they are (RFC 8176). */
    private static List<String> methods(Authentication principal) {
        var second = principal.getAuthorities().stream()
                .anyMatch(authority -> SignIns.SECOND_FACTOR.equals(authority.getAuthority()));
        return second ? List.of("pwd", "otp", "mfa") : List.of("pwd");
    }

    private void introduce(JwtEncodingContext context) {
        Authentication principal = Objects.requireNonNull(context.<Authentication>getPrincipal());
        context.getClaims().claim("amr", new ArrayList<>(methods(principal)));
        profiles.find(principal.getName()).ifPresent(user -> {
            var scopes = context.getAuthorizedScopes();
            if (scopes.contains(OidcScopes.PROFILE)) {
                context.getClaims()
                        .claim("name", user.profile().name())
                        .claim("preferred_username", user.username())
                        .claim("zoneinfo", user.profile().timeZone());
            }
            if (scopes.contains(OidcScopes.EMAIL)) {
                context.getClaims().claim("email", user.profile().email());
            }
        });
    }
}
