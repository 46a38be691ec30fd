package io.controlcenter.identity.sessions;

import io.controlcenter.identity.journal.Everywhere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Whoever signs out of a browser ends what was authorized through it too, wherever they did it. */
@Component
public class Leaving implements LogoutHandler {

    private final SignIns signIns;
    private final Everywhere everywhere;

    Leaving(SignIns signIns, Everywhere everywhere) {
        this.signIns = signIns;
        this.everywhere = everywhere;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who instanceof UsernamePasswordAuthenticationToken person
                && person.getDetails() instanceof WebAuthenticationDetails details
                && details.getSessionId() != null) {
            var signIn = details.getSessionId();
            everywhere.call(() -> signIns.end(person.getName(), signIn, request.getRemoteAddr()));
        }
    }
}
