package io.controlcenter.maintenance.changes.web;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.Location;
import io.controlcenter.maintenance.changes.domain.Trigger;
import io.controlcenter.maintenance.changes.domain.Window;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A GCR as its readers see it; whom else it hits does not show. */
@Schema(name = "Gcr")
record GcrView(
        @Schema(description = "Unique and never used again; nine digits", example = "100000001")
        String gcrNumber,

        @Schema(example = "/api/v1/gcrs/100000001") String href,
        @Schema(example = "scheduled") String state,
        @Schema(example = "Scheduled") String displayStatus,

        @Schema(description = "STANDARD, ESSENTIAL or EMERGENCY")
        String designation,

        @Schema(description = "SOFTWARE, HARDWARE, FIBER, POWER or THIRD_PARTY")
        String category,

        String title,
        @Nullable String reason,
        @Nullable String description,

        @Schema(description = "Whether another company does the work")
        boolean thirdParty,

        List<Location> locations,
        List<WindowView> windows,

        @Schema(description = "Whether work goes on after the window's end")
        boolean overrun,

        @Schema(description = "Rises by one with every change that customers are told, from 0; absent before") @Nullable
        Integer sequence,

        @Nullable Instant firstNoticeAt,

        @Schema(description = "Hours between the first notice and the start") @Nullable
        Long leadTimeHours,

        @Schema(description = "What a change manager can ask of it now")
        List<String> possible,

        Instant createdAt) {

    @Schema(name = "GcrWindow")
    record WindowView(
            @Schema(example = "100000001-1") String windowId,
            @Schema(description = "PRIMARY or ALTERNATE") String kind,
            Instant start,
            Instant end,
            @Schema(example = "America/Chicago") String timeZone,

            @Schema(
                    description = "The start as the clock at the site shows it",
                    format = "date-time",
                    example = "2026-07-01T00:00:00-05:00")
            String siteStart,

            @Schema(
                    description = "The end as the clock at the site shows it",
                    format = "date-time",
                    example = "2026-07-01T04:00:00-05:00")
            String siteEnd,

            String state,
            boolean overrun) {

        private static WindowView of(GcrNumber gcr, Window window) {
            return new WindowView(
                    gcr.windowId(window.number()),
                    window.kind().name(),
                    window.start(),
                    window.end(),
                    window.timeZone().getId(),
                    ISO_OFFSET_DATE_TIME.format(window.start().atZone(window.timeZone())),
                    ISO_OFFSET_DATE_TIME.format(window.end().atZone(window.timeZone())),
                    window.state().wire(),
                    window.overrun());
        }
    }

    static GcrView of(GcrSnapshot gcr) {
        var work = gcr.work();
        return new GcrView(
                gcr.number().digits(),
                "/api/v1/gcrs/" + gcr.number(),
                gcr.state().wire(),
                gcr.state().displayStatus(),
                work.designation().name(),
                work.category().name(),
                work.title(),
                work.reason(),
                work.description(),
                work.thirdParty(),
                work.locations(),
                gcr.windows().stream()
                        .map(window -> WindowView.of(gcr.number(), window))
                        .toList(),
                gcr.overrun(),
                gcr.sequence(),
                gcr.firstNoticeAt(),
                gcr.leadTimeHours(),
                gcr.state().allowed().stream().map(Trigger::wire).toList(),
                gcr.createdAt());
    }
}
