package io.controlcenter.identity.signin;

import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.identity.users.application.ChangingUsers;
import io.controlcenter.identity.users.application.Decision;
import io.controlcenter.platform.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Judges user name and password. Whoever has the wrong password learns nothing else, and an unknown name takes as long
 * as a known one. From here on the user is known by the id: it becomes the {@code sub} of every token.
 */
final class SigningIn implements AuthenticationProvider {

    private final Credentials credentials;
    private final SignInThrottle throttle;
    private final ChangingUsers users;
    private final PasswordEncoder passwords;
    private final String nobodys;

    SigningIn(Credentials credentials, SignInThrottle throttle, ChangingUsers users, PasswordEncoder passwords) {
        this.credentials = credentials;
        this.throttle = throttle;
        this.users = users;
        this.passwords = passwords;
        this.nobodys = String.valueOf(passwords.encode(Secrets.next()));
    }

    /** How long it takes until it may be tried again. */
    static final class Paused extends LockedException {

        private static final long serialVersionUID = 1L;
        private final Duration pause;

        Paused(Duration pause) {
            super("Too many failures");
            this.pause = pause;
        }

        long minutes() {
            return Math.max(1, pause.plusSeconds(59).toMinutes());
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication given) {
        return TenantScope.call(TenantScope.ALL, () -> judge(given));
    }

    private Authentication judge(Authentication given) {
        var attempt = new SignInThrottle.Attempt(
                given.getName().strip().toLowerCase(Locale.ROOT), address(given.getDetails()));
        throttle.pause(attempt).ifPresent(pause -> {
            throw new Paused(pause);
        });
        var login = credentials.find(attempt.username());
        // of those who are only invited, nobody has a password yet
        var hash = login.map(Credentials.Login::passwordHash);
        if (!passwords.matches(String.valueOf(given.getCredentials()), hash.orElse(nobodys)) || hash.isEmpty()) {
            throttle.failed(attempt);
            throw new BadCredentialsException("Wrong");
        }
        throttle.succeeded(attempt);
        return admitted(login.orElseThrow(), given);
    }

    private Authentication admitted(Credentials.Login login, Authentication given) {
        return switch (users.signedIn(login.userId())) {
            case Decision.Refused _ -> throw new DisabledException("Not any more");
            case Decision.Made(var user) -> {
                // says when and how, which becomes the id token's auth_time
                var authorities = List.<GrantedAuthority>of(
                        FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
                var principal = new User(user.userId(), "", authorities);
                var result = UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
                result.setDetails(given.getDetails());
                yield result;
            }
        };
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }
}
