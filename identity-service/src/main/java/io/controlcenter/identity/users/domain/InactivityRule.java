package io.controlcenter.identity.users.domain;

import io.controlcenter.identity.users.domain.Inactivity.Effect;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * Whoever does not sign in becomes inactive, and whoever stays so is deleted (domain b.1). Provider staff are left alone:
 * they come and go with their employment, and the platform never loses its last operator to a calendar.
 *
 * @param deactivateAfter without any sign-in
 * @param deleteAfter of being inactive, and never before this much more without sign-in than deactivation takes
 * @param warnBefore each of the two
 */
public record InactivityRule(Period deactivateAfter, Period deleteAfter, Period warnBefore) {

    /**
     * What comes next.
     *
     * @param on when
     * @param warnOn from when on the user is to be warned
     */
    public record Step(Effect effect, Instant on, Instant warnOn, boolean warned) {

        public boolean isDue(Instant now) {
            return !now.isBefore(on);
        }

        /** A warning that would come together with its effect is none. */
        public boolean isWarningDue(Instant now) {
            return !warned && !now.isBefore(warnOn) && now.isBefore(on);
        }

        public Instant lookAgainAt() {
            return warned ? on : warnOn;
        }
    }

    /** Empty for those to whom nothing happens by itself. */
    public Optional<Step> next(UserSnapshot user) {
        if (user.isStaff()) {
            return Optional.empty();
        }
        var clock = user.inactivity();
        var deactivation = plus(clock.unusedSince(), deactivateAfter);
        return switch (user.status()) {
            case ACTIVE -> Optional.of(step(Effect.DEACTIVATION, deactivation, clock));
            case INACTIVE -> {
                var since = Objects.requireNonNullElse(clock.inactiveSince(), deactivation);
                var on = later(plus(deactivation, deleteAfter), plus(since, deleteAfter));
                yield Optional.of(step(Effect.DELETION, on, clock));
            }
            case INVITED, DELETED -> Optional.empty();
        };
    }

    private Step step(Effect effect, Instant on, Inactivity clock) {
        return new Step(effect, on, minus(on, warnBefore), clock.warnedOf() == effect);
    }

    private static Instant plus(Instant at, Period by) {
        return at.atZone(ZoneOffset.UTC).plus(by).toInstant();
    }

    private static Instant minus(Instant at, Period by) {
        return at.atZone(ZoneOffset.UTC).minus(by).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
