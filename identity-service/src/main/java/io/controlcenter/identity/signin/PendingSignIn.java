package io.controlcenter.identity.signin;

import io.controlcenter.identity.secondfactor.Demand;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose password was right and who has yet to prove the second factor, or to set one up. Kept in the browser's
 * session beside nobody: until then there is no signed-in user in it.
 *
 * @param at when the password was given, which is not good for long
 */
record PendingSignIn(String userId, Demand demand, Instant at) implements Serializable {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final String ATTRIBUTE = "controlcenter.pending-sign-in";

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }

    static Optional<PendingSignIn> of(HttpServletRequest request, Demand demand, Instant now) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof PendingSignIn pending
                        && pending.demand() == demand
                        && pending.at().plus(GOOD_FOR).isAfter(now)
                ? Optional.of(pending)
                : Optional.empty();
    }
}
