package io.controlcenter.platform.test;

import io.controlcenter.platform.clock.BusinessClock;
import java.time.Duration;
import java.time.Instant;

/** Moves the application's clock; it stands still otherwise. */
public final class TestClock {

    private final BusinessClock clock;

    TestClock(BusinessClock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public void advance(Duration by) {
        clock.moveTo(clock.offset().plus(by));
    }

    /** Moves to an instant, forwards or back. */
    public void set(Instant to) {
        clock.moveTo(clock.offset().plus(Duration.between(clock.instant(), to)));
    }

    public void reset() {
        set(TestPlatform.START);
    }
}
