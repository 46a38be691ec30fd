package io.controlcenter.maintenance.changes.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GCRs in every state. */
final class GcrFixture {

    static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    static final NoticeRules RULES =
            new NoticeRules(Duration.ofDays(7), List.of(Duration.ofDays(3), Duration.ofDays(1)), Duration.ofHours(1));
    static final Affected OUTAGE = new Affected(3, true);
    static final Affected QUIET = new Affected(3, false);
    static final GcrNumber NUMBER = new GcrNumber("123456789");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private GcrFixture() {}

    static Times at(Duration ahead) {
        var start = NOW.plus(ahead);
        return new Times(start, start.plus(Duration.ofHours(4)), CHICAGO);
    }

    static Work work(Designation designation, @Nullable String reason) {
        return new Work(designation, Category.FIBER, "Splicing", reason, null, false, List.of(), List.of());
    }

    static Window window(int number, Window.Kind kind, GcrState state, Duration ahead) {
        var times = at(ahead);
        return new Window(number, kind, times.start(), times.end(), CHICAGO, state, false, null);
    }

    /** One primary window ten days ahead, and an alternate one the day after. */
    static Gcr in(GcrState state) {
        return with(
                work(Designation.STANDARD, null),
                window(1, Window.Kind.PRIMARY, state, Duration.ofDays(10)),
                window(
                        2,
                        Window.Kind.ALTERNATE,
                        state.isOpen() ? GcrState.PLANNED : GcrState.CANCELLED,
                        Duration.ofDays(11)));
    }

    static Gcr with(Work work, Window... windows) {
        var planned = List.of(windows).stream().allMatch(window -> window.state() == GcrState.PLANNED);
        return Gcr.of(new GcrSnapshot(
                NUMBER,
                List.of(windows).getFirst().state(),
                work,
                List.of(windows),
                planned ? null : 0,
                planned ? null : NOW,
                planned ? null : NOW,
                NOW,
                "Change Manager",
                3));
    }
}
