package io.controlcenter.identity.signin;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.journal.Happening;
import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.identity.sessions.SignIns;
import io.controlcenter.identity.users.application.ChangingUsers;
import io.controlcenter.identity.users.application.Decision;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** The last step of every sign-in, however many factors it had: from here on there is a signed-in user. */
@Component
class Entrance {

    private final ChangingUsers users;
    private final SignIns signIns;
    private final SecurityJournal journal;
    private final Everywhere everywhere;

    Entrance(ChangingUsers users, SignIns signIns, SecurityJournal journal, Everywhere everywhere) {
        this.users = users;
        this.signIns = signIns;
        this.journal = journal;
        this.everywhere = everywhere;
    }

    /**
     * Who is signed in, unless they may not: known by the id, which becomes the {@code sub} of every token, and with a
     * sign-in of their own in the details, where Spring has the session's id.
     */
    Optional<Authentication> admit(String userId, String address, boolean secondFactor) {
        return users.signedIn(userId) instanceof Decision.Made
                ? Optional.of(authentication(userId, address, secondFactor))
                : Optional.empty();
    }

    private static Authentication authentication(String userId, String address, boolean secondFactor) {
        var factors = new ArrayList<GrantedAuthority>();
        // says when and how, which becomes the id token's auth_time
        factors.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
        if (secondFactor) {
            factors.add(FactorGrantedAuthority.fromAuthority(SignIns.SECOND_FACTOR));
        }
        var result = UsernamePasswordAuthenticationToken.authenticated(new User(userId, "", factors), null, factors);
        result.setDetails(
                new WebAuthenticationDetails(address, UUID.randomUUID().toString()));
        return result;
    }

    /** Where a signed-in person is known by: the sign-in of this browser. */
    static String signInId(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getSessionId())
                : "";
    }

    /** Writes down where somebody is signed in now. */
    void entered(HttpServletRequest request, Authentication authentication) {
        var userId = authentication.getName();
        var second = authentication.getAuthorities().stream()
                .anyMatch(authority -> SignIns.SECOND_FACTOR.equals(authority.getAuthority()));
        PendingSignIn.forget(request);
        everywhere.run(() -> {
            signIns.begun(new SignIns.Begun(
                    signInId(authentication),
                    userId,
                    request.getSession().getId(),
                    request.getRemoteAddr(),
                    Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""),
                    second));
            journal.happened(userId, Happening.SIGNED_IN, request.getRemoteAddr());
        });
    }

    /** After a second factor, what Spring does after a password: a new session id, a new form token, and a user in it. */
    boolean open(HttpServletRequest request, HttpServletResponse response, String userId) {
        var admitted = everywhereAdmit(userId, request.getRemoteAddr());
        admitted.ifPresent(authentication -> {
            request.changeSessionId();
            new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
            var context = new SecurityContextImpl(authentication);
            SecurityContextHolder.setContext(context);
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
            entered(request, authentication);
        });
        return admitted.isPresent();
    }

    private Optional<Authentication> everywhereAdmit(String userId, String address) {
        return everywhere.call(() -> admit(userId, address, true));
    }

    /** Where somebody wanted to go before the sign-in page came in between. */
    static String next(HttpServletRequest request, HttpServletResponse response) {
        var cache = new HttpSessionRequestCache();
        var saved = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        return saved == null ? "/account" : saved.getRedirectUrl();
    }
}
