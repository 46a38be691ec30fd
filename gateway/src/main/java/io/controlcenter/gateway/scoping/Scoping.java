package io.controlcenter.gateway.scoping;

import io.controlcenter.gateway.tokens.AccessToken;
import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Unauthorized;
import io.controlcenter.platform.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the token that a request goes on with. */
@Component
public final class Scoping {

    public static final String ENTERPRISE = "X-Enterprise-Id";
    private static final String ALL = "*";
    private static final int LONGEST_ID = 64;
    private final ScopedTokens scopes;
    private final GatewaySettings settings;

    Scoping(ScopedTokens scopes, GatewaySettings settings) {
        this.scopes = scopes;
        this.settings = settings;
    }

    /** Whether the caller wants to look at all their enterprises at once. */
    public static boolean namesAll(HttpServletRequest request) {
        return ALL.equals(request.getHeader(ENTERPRISE));
    }

    /** The enterprise that the caller names, if any. */
    public static @Nullable String enterprise(HttpServletRequest request) {
        var named = request.getHeader(ENTERPRISE);
        if (named == null || named.isBlank()) {
            return null;
        }
        if (named.length() > LONGEST_ID || !TenantScope.isId(named)) {
            throw Problem.badRequest("invalidEnterprise", "X-Enterprise-Id does not name an enterprise.");
        }
        return named;
    }

    /**
     * The enterprise whose bucket of requests this one is taken from: the one that is named, or the default, once it was
     * granted. Until then it is anybody's word, and each new name would be a new bucket and a question to identity.
     */
    public @Nullable String counted(AccessToken accessToken, @Nullable String enterprise) {
        var granted = scopes.known(accessToken, enterprise);
        return granted == null ? null : granted.enterpriseId();
    }

    /** @throws Problem 403, 401 or 503 */
    public String token(AccessToken accessToken, @Nullable String enterprise) {
        return switch (scopes.scope(accessToken, enterprise)) {
            case Scope.Granted granted -> granted.token();
            case Scope.Refused refused -> throw problem(refused);
        };
    }

    private Problem problem(Scope.Refused refused) {
        return switch (refused.reason()) {
            case NOT_A_MEMBER ->
                Problem.forbidden("enterprise-forbidden", "You are not a member of the enterprise that you named.");
            case UNKNOWN_SUBJECT -> Unauthorized.invalid();
            case UNAVAILABLE ->
                Problem.unavailable("Your permissions cannot be looked up right now.", settings.retryAfter());
        };
    }
}
