package io.controlcenter.identity.users.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock that runs while somebody does not sign in (domain b.1).
 *
 * @param unusedSince the last sign-in, or what set the clock back: the invitation, a reactivation
 * @param inactiveSince when the user became inactive; null while that is not so
 * @param warnedOf what the user was already warned of; each effect is announced once
 */
public record Inactivity(
        Instant unusedSince,
        @Nullable Instant inactiveSince,
        @Nullable Effect warnedOf) {

    /** What comes of not signing in. */
    public enum Effect {
        DEACTIVATION,
        DELETION
    }

    public static Inactivity from(Instant at) {
        return new Inactivity(at, null, null);
    }

    Inactivity ended(Instant at) {
        return new Inactivity(unusedSince, at, null);
    }

    Inactivity warned(Effect of) {
        return new Inactivity(unusedSince, inactiveSince, of);
    }
}
