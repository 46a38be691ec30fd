package io.controlcenter.identity.signin;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.journal.Happening;
import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.identity.secondfactor.Demand;
import io.controlcenter.identity.secondfactor.SecondFactors;
import io.controlcenter.identity.secrets.Secrets;
import io.controlcenter.identity.throttling.Throttle;
import io.controlcenter.identity.throttling.Throttle.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Judges user name and password. Whoever has the wrong password learns nothing else, and an unknown name takes as long
 * as a known one.
 */
@Component
class SigningIn {

    private static final int FREE_OF_NAME = 5;
    private static final int FREE_OF_ADDRESS = 50;

    private final Credentials credentials;
    private final Throttle throttle;
    private final SecondFactors factors;
    private final Entrance entrance;
    private final SecurityJournal journal;
    private final Everywhere everywhere;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String nobodys;

    SigningIn(
            Credentials credentials,
            Throttle throttle,
            SecondFactors factors,
            Entrance entrance,
            SecurityJournal journal,
            Everywhere everywhere,
            PasswordEncoder passwords,
            Clock clock) {
        this.credentials = credentials;
        this.throttle = throttle;
        this.factors = factors;
        this.entrance = entrance;
        this.journal = journal;
        this.everywhere = everywhere;
        this.passwords = passwords;
        this.clock = clock;
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
            return Pauses.minutes(pause);
        }
    }

    /** The password was right, and is not all that is asked for. */
    static final class MoreAsked extends AccountStatusException {

        private static final long serialVersionUID = 1L;
        private final PendingSignIn pending;

        MoreAsked(PendingSignIn pending) {
            super("A second factor is asked for");
            this.pending = pending;
        }

        PendingSignIn pending() {
            return pending;
        }
    }

    /** Who tries, and from where. */
    private record Attempt(String username, String address) {

        private Bucket[] buckets() {
            return new Bucket[] {ofName(username), ofAddress()};
        }

        private Bucket ofAddress() {
            return Bucket.of("address", address, FREE_OF_ADDRESS);
        }
    }

    static Bucket ofName(String username) {
        return Bucket.of("name", username, FREE_OF_NAME);
    }

    /** What is wrong is counted and written down, so nothing is thrown before the transaction has ended well. */
    Authentication authenticate(Authentication given) {
        return switch (everywhere.call(() -> judge(given))) {
            case Answer.Admitted(var who) -> who;
            case Answer.Turned(var why) -> throw why;
        };
    }

    private sealed interface Answer {

        record Admitted(Authentication who) implements Answer {}

        record Turned(AuthenticationException why) implements Answer {}
    }

    private Answer judge(Authentication given) {
        var attempt = new Attempt(given.getName().strip().toLowerCase(Locale.ROOT), address(given.getDetails()));
        var pause = throttle.pause(attempt.buckets());
        if (pause.isPresent()) {
            return new Answer.Turned(new Paused(pause.get()));
        }
        var login = credentials.find(attempt.username());
        // of those who are only invited, nobody has a password yet
        var hash = login.map(Credentials.Login::passwordHash);
        if (!passwords.matches(String.valueOf(given.getCredentials()), hash.orElse(nobodys)) || hash.isEmpty()) {
            return failed(attempt, login);
        }
        throttle.forgive(ofName(attempt.username()));
        return proved(login.orElseThrow(), attempt);
    }

    private Answer failed(Attempt attempt, Optional<Credentials.Login> login) {
        var locked = throttle.failed(ofName(attempt.username()));
        throttle.failed(attempt.ofAddress());
        login.ifPresent(known -> {
            var address = attempt.address();
            journal.happened(known.userId(), Happening.SIGN_IN_FAILED, address, Map.of("reason", "PASSWORD"));
            if (locked) {
                journal.happened(known.userId(), Happening.SIGN_IN_LOCKED, address);
            }
        });
        return new Answer.Turned(new BadCredentialsException("Wrong"));
    }

    private Answer proved(Credentials.Login login, Attempt attempt) {
        if (!login.mayEnter()) {
            return new Answer.Turned(new DisabledException("Not any more"));
        }
        var demand = factors.demand(login.userId());
        if (demand != Demand.NOTHING) {
            return new Answer.Turned(new MoreAsked(new PendingSignIn(login.userId(), demand, clock.instant())));
        }
        return entrance.admit(login.userId(), attempt.address(), false)
                .<Answer>map(Answer.Admitted::new)
                .orElseGet(() -> new Answer.Turned(new DisabledException("Not any more")));
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }
}
