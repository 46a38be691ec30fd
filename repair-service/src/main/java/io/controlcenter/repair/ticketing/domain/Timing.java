package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The restore clock and every time in which it stood still, oldest first. */
record Timing(RestoreClock clock, List<Pause> pauses) {

    Timing pause(Pause.Kind kind, String because, Instant at) {
        return with(clock.pause(at, because), stopped(kind, because, at));
    }

    Timing restored(Instant at) {
        return with(clock.restored(at), stopped(Pause.Kind.RESTORED, "Restored", at));
    }

    Timing resume(Instant at) {
        return with(clock.resume(at), ended(at));
    }

    /** Nothing more will be counted. */
    Timing end(Instant at) {
        return with(clock.end(at), ended(at));
    }

    Timing aimAt(Duration target, Instant at) {
        return with(clock.aimAt(target, at), pauses);
    }

    Timing told(int percent) {
        return with(clock.told(percent), pauses);
    }

    /** Why it stands still; null while it runs. */
    Pause.@Nullable Kind standsFor() {
        var last = pauses.isEmpty() ? null : pauses.getLast();
        return last == null || last.until() != null ? null : last.kind();
    }

    private static Timing with(RestoreClock clock, List<Pause> pauses) {
        return new Timing(clock, List.copyOf(pauses));
    }

    private List<Pause> stopped(Pause.Kind kind, String because, Instant at) {
        var longer = new ArrayList<>(ended(at));
        longer.add(new Pause(kind, because, at, null));
        return longer;
    }

    private List<Pause> ended(Instant at) {
        return pauses.stream().map(pause -> pause.ended(at)).toList();
    }
}
