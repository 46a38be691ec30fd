package io.controlcenter.identity.tokens;

import io.controlcenter.identity.RealTime;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a front-end ask for a sign-in that is new ({@code prompt=login}) or not older than so many seconds
 * ({@code max_age}; OpenID Connect Core 1.0, 3.1.2.1): whoever is signed in for longer counts as nobody for that request,
 * and is led to the sign-in page like anybody else, or answered with {@code login_required}.
 */
final class FreshSignIn extends OncePerRequestFilter {

    private static final String ATTRIBUTE = "controlcenter.fresh-sign-in";
    private static final String MAX_AGE = "max_age";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");

    private final RequestMatcher authorize;
    private final RealTime time;

    FreshSignIn(RequestMatcher authorize, RealTime time) {
        this.authorize = authorize;
        this.time = time;
    }

    /**
     * When a request first asked, so that the sign-in that follows answers it when it comes again.
     *
     * @param challenge by which the request is known: a front-end makes a new one for each (RFC 7636)
     */
    private record Demand(String challenge, Instant at) implements Serializable {}

    /** A {@code max_age} that is no number of seconds is the front-end's mistake. */
    static void requireReadable(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var maxAge = request.getAdditionalParameters().get(MAX_AGE);
        if (maxAge != null && !SECONDS.matcher(String.valueOf(maxAge)).matches()) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "max_age is a number of seconds.", null),
                    request);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var challenge = request.getParameter(PkceParameterNames.CODE_CHALLENGE);
        if (challenge != null && authorize.matches(request)) {
            judge(request, challenge);
        }
        chain.doFilter(request, response);
    }

    private void judge(HttpServletRequest request, String challenge) {
        var signedInAt = signedInAt(SecurityContextHolder.getContext().getAuthentication());
        if (isFresh(request, signedInAt)) {
            return;
        }
        if (isAnswered(request.getSession(), challenge, signedInAt)) {
            request.getSession().removeAttribute(ATTRIBUTE);
            return;
        }
        if (!isSilent(request)) {
            request.getSession().setAttribute(ATTRIBUTE, new Demand(challenge, time.now()));
        }
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }

    private static boolean isAnswered(HttpSession session, String challenge, Instant signedInAt) {
        return session.getAttribute(ATTRIBUTE) instanceof Demand demand
                && demand.challenge().equals(challenge)
                && !signedInAt.isBefore(demand.at());
    }

    private boolean isFresh(HttpServletRequest request, Instant signedInAt) {
        return !prompts(request).contains("login")
                && maxAge(request)
                        .map(seconds -> !signedInAt.plusSeconds(seconds).isBefore(time.now()))
                        .orElse(true);
    }

    /** Whether nobody may be shown a page: without a sign-in, the front-end is told so. */
    static boolean isSilent(HttpServletRequest request) {
        return prompts(request).contains("none");
    }

    private static List<String> prompts(HttpServletRequest request) {
        return List.of(
                Objects.requireNonNullElse(request.getParameter("prompt"), "").split(" "));
    }

    private static Optional<Long> maxAge(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(MAX_AGE))
                .filter(text -> SECONDS.matcher(text).matches())
                .map(Long::valueOf);
    }

    /** Nobody signed in long ago. */
    private static Instant signedInAt(@Nullable Authentication person) {
        return person == null
                ? Instant.EPOCH
                : person.getAuthorities().stream()
                        .filter(FactorGrantedAuthority.class::isInstance)
                        .map(authority -> ((FactorGrantedAuthority) authority).getIssuedAt())
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
    }
}
