package io.controlcenter.maintenance.changes.domain;

import java.time.Instant;
import java.time.ZoneId;

/** When a window begins and ends, and in whose clock people at the site read it. */
public record Times(Instant start, Instant end, ZoneId timeZone) {

    boolean isForward() {
        return start.isBefore(end);
    }
}
