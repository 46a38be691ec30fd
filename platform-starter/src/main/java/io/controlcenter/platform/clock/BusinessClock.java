package io.controlcenter.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one clock of the business (design, 7): real time, plus what a sandbox was moved by. Token lifetimes, TLS and
 * technical time-outs do not ask it.
 */
public final class BusinessClock extends Clock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final Clock real;
    private final ZoneId zone;

    public BusinessClock(Clock real) {
        this(real, ZoneOffset.UTC);
    }

    private BusinessClock(Clock real, ZoneId zone) {
        this.real = real;
        this.zone = zone;
    }

    public Duration offset() {
        return offset.get();
    }

    /** Sets how far this clock runs ahead of real time. */
    public void moveTo(Duration ahead) {
        offset.set(ahead);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return BusinessClock.this.withZone(another);
            }

            @Override
            public Instant instant() {
                return BusinessClock.this.instant();
            }
        };
    }
}
