package io.controlcenter.identity.signin;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.journal.Happening;
import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.identity.sessions.SignIns;
import io.controlcenter.identity.throttling.Throttle;
import io.controlcenter.identity.throttling.Throttle.Bucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody who is signed in takes another password, by the present one; every other sign-in ends. */
@Component
class ChangingPassword {

    private static final int FREE_FAILURES = 5;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Throttle throttle;
    private final SignIns signIns;
    private final SecurityJournal journal;
    private final Everywhere everywhere;

    ChangingPassword(
            Credentials credentials,
            Passwords passwords,
            Throttle throttle,
            SignIns signIns,
            SecurityJournal journal,
            Everywhere everywhere) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
        this.signIns = signIns;
        this.journal = journal;
        this.everywhere = everywhere;
    }

    /**
     * @param keptSignIn the one that goes on; null for none
     */
    record Wish(
            String userId,
            String current,
            String password,
            String repeated,
            @Nullable String keptSignIn,
            String address) {}

    sealed interface Outcome {

        record Changed() implements Outcome {}

        record WrongPassword() implements Outcome {}

        record Objected(String why) implements Outcome {}

        record Paused(Duration pause) implements Outcome {}
    }

    Outcome change(Wish wish) {
        return everywhere.call(() -> decide(wish));
    }

    private Outcome decide(Wish wish) {
        var bucket = Bucket.of("password-change", wish.userId(), FREE_FAILURES);
        var pause = throttle.pause(bucket);
        if (pause.isPresent()) {
            return new Outcome.Paused(pause.get());
        }
        var login = credentials.of(wish.userId()).orElseThrow();
        if (!passwords.matches(wish.current(), login.passwordHash())) {
            throttle.failed(bucket);
            return new Outcome.WrongPassword();
        }
        throttle.forgive(bucket);
        var objection = passwords.objection(login, wish.password(), wish.repeated());
        if (objection.isPresent()) {
            return new Outcome.Objected(objection.get());
        }
        passwords.choose(wish.userId(), wish.password());
        journal.happened(wish.userId(), Happening.PASSWORD_CHANGED, wish.address());
        signIns.endOthers(wish.userId(), wish.keptSignIn());
        return new Outcome.Changed();
    }
}
