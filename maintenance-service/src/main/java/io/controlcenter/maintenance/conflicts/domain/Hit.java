package io.controlcenter.maintenance.conflicts.domain;

import java.time.Instant;

/** A window that a service feels, announced and not over. */
public record Hit(Side side, String gcrNumber, String windowId, Instant start, Instant end) {

    boolean overlaps(Hit other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
