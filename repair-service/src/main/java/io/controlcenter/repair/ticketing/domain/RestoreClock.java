package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the provider has had the trouble in its hands. It stands still while the provider waits for the customer.
 *
 * @param startedAt when the ticket was opened
 * @param targetSeconds the time in which the service is to be restored
 * @param countedSeconds counted up to the last stop
 * @param runningSince null while it stands still
 * @param pausedBecause why it stands still; null while it runs, and once all is over
 * @param restoredAt null until the service works again
 * @param toldPercent the highest warning given: 0, 75, 90 or 100 per cent of the target
 */
public record RestoreClock(
        Instant startedAt,
        long targetSeconds,
        long countedSeconds,
        @Nullable Instant runningSince,
        @Nullable String pausedBecause,
        @Nullable Instant restoredAt,
        int toldPercent) {

    private static final int[] WARNINGS = {75, 90, 100};

    static RestoreClock start(Instant at, Duration target) {
        return new RestoreClock(at, target.toSeconds(), 0, at, null, null, 0);
    }

    RestoreClock pause(Instant at, String because) {
        return stopped(at, because, null);
    }

    RestoreClock restored(Instant at) {
        return stopped(at, "Restored; waiting for the customer's check", at);
    }

    /** Nothing more will be counted. */
    RestoreClock end(Instant at) {
        return stopped(at, null, restoredAt);
    }

    private RestoreClock stopped(Instant at, @Nullable String because, @Nullable Instant restored) {
        return new RestoreClock(
                startedAt, targetSeconds, elapsed(at).toSeconds(), null, because, restored, toldPercent);
    }

    RestoreClock resume(Instant at) {
        return runningSince == null
                ? new RestoreClock(startedAt, targetSeconds, countedSeconds, at, null, null, toldPercent)
                : this;
    }

    /** Another target; warnings that it makes untimely can be given again. */
    RestoreClock aimAt(Duration target, Instant now) {
        var retargeted = new RestoreClock(
                startedAt, target.toSeconds(), countedSeconds, runningSince, pausedBecause, restoredAt, toldPercent);
        return retargeted.told(Math.min(toldPercent, retargeted.reachedPercent(now)));
    }

    RestoreClock told(int percent) {
        return new RestoreClock(
                startedAt, targetSeconds, countedSeconds, runningSince, pausedBecause, restoredAt, percent);
    }

    public Duration elapsed(Instant now) {
        var counted = Duration.ofSeconds(countedSeconds);
        return runningSince == null ? counted : counted.plus(Duration.between(runningSince, now));
    }

    /** Negative once the target is missed. */
    public Duration remaining(Instant now) {
        return Duration.ofSeconds(targetSeconds).minus(elapsed(now));
    }

    public boolean isBreached(Instant now) {
        return remaining(now).isNegative();
    }

    public Duration paused(Instant now) {
        return Duration.between(startedAt, restoredAt == null ? now : restoredAt)
                .minus(elapsed(now));
    }

    /** When the service is to be restored if nothing pauses the clock; null while it stands still. */
    public @Nullable Instant dueAt() {
        return runningSince == null ? null : runningSince.plusSeconds(targetSeconds - countedSeconds);
    }

    /** The highest warning that is justified now. */
    int reachedPercent(Instant now) {
        int reached = 0;
        for (int percent : WARNINGS) {
            if (elapsed(now).toSeconds() * 100 >= targetSeconds * percent) {
                reached = percent;
            }
        }
        return reached;
    }

    /** When the next warning falls due; null while it stands still or when all were given. */
    public @Nullable Instant nextWarningAt() {
        if (runningSince == null) {
            return null;
        }
        for (int percent : WARNINGS) {
            if (percent > toldPercent) {
                return runningSince.plusSeconds(targetSeconds * percent / 100 - countedSeconds);
            }
        }
        return null;
    }
}
