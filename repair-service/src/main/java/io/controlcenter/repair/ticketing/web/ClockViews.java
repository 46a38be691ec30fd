package io.controlcenter.repair.ticketing.web;

import io.controlcenter.repair.ticketing.domain.Pause;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A restore clock that anyone can read: how much has passed, why it stands still, and what is left. */
interface ClockViews {

    @Schema(name = "Pause")
    record PauseView(
            @Schema(description = "CUSTOMER, MAINTENANCE, RESTORED or CANCELLATION")
            String kind,

            String because,
            Instant from,
            @Nullable Instant until) {

        static PauseView of(Pause pause) {
            return new PauseView(pause.kind().name(), pause.because(), pause.from(), pause.until());
        }
    }

    @Schema(name = "RestoreClock")
    record ClockView(
            Instant startedAt,

            @Schema(description = "Null until the service works again") @Nullable
            Instant restoredAt,

            boolean running,

            @Schema(description = "Why the clock stands still") @Nullable
            String pausedBecause,

            @Schema(type = "string", description = "Time counted so far", example = "PT1H30M")
            Duration elapsed,

            @Schema(type = "string", description = "Time not counted so far", example = "PT0S")
            Duration pausedTotal,

            @Schema(type = "string", description = "The time to restore that is aimed at", example = "PT4H")
            Duration target,

            @Schema(description = "When that is reached if nothing pauses the clock") @Nullable
            Instant targetRestoreAt,

            @Schema(description = "The same: the name that all clocks of the platform use") @Nullable
            Instant dueAt,

            @Schema(type = "string", description = "Negative once the target is missed", example = "PT2H30M")
            Duration remaining,

            boolean breached,

            @Schema(description = "The hours that count: repair works around the clock", example = "24x7")
            String calendar,

            @Schema(description = "When it stood still and why, oldest first")
            List<PauseView> pauses) {}
}
