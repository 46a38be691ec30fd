package io.controlcenter.maintenance.changes.web;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.controlcenter.maintenance.changes.application.Warnings;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.Location;
import io.controlcenter.maintenance.changes.domain.Trigger;
import io.controlcenter.maintenance.changes.domain.Window;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
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

        @Schema(description = "What is worked on, for provider staff only") @Nullable
        List<String> networkElements,

        List<WindowView> windows,

        @Schema(description = "Of the reader, in which localStart and localEnd are", example = "America/New_York")
        String timeZone,

        @Schema(description = "Whether work goes on after the window's end")
        boolean overrun,

        @Schema(description = "Rises by one with every change that customers are told, from 0; absent before") @Nullable
        Integer sequence,

        @Nullable Instant firstNoticeAt,

        @Schema(description = "Hours between the first notice and the start") @Nullable
        Long leadTimeHours,

        @Schema(description = "What a change manager can ask of it now")
        List<String> possible,

        @Schema(description = "What a change manager should look at first, for provider staff only") @Nullable
        List<WarningView> warnings,

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

            @Schema(description = "The start as the reader's clock shows it", format = "date-time")
            String localStart,

            @Schema(description = "The end as the reader's clock shows it", format = "date-time")
            String localEnd,

            String state,
            boolean overrun) {

        private static WindowView of(GcrNumber gcr, Window window, ZoneId reader) {
            return new WindowView(
                    gcr.windowId(window.number()),
                    window.kind().name(),
                    window.start(),
                    window.end(),
                    window.timeZone().getId(),
                    written(window.start(), window.timeZone()),
                    written(window.end(), window.timeZone()),
                    written(window.start(), reader),
                    written(window.end(), reader),
                    window.state().wire(),
                    window.overrun());
        }
    }

    @Schema(name = "GcrWarning")
    record WarningView(
            @Schema(description = "ELEMENT_BUSY, OPEN_OUTAGE_TICKET or DIVERSITY_AT_RISK")
            String code,

            @Nullable String windowId,
            @Nullable String networkElement,
            @Nullable String otherGcrNumber,
            @Nullable String serviceId,
            @Nullable String circuitId,
            @Nullable String ticketNumber,
            @Nullable String conflictId,
            @Nullable String enterpriseId) {

        private static WarningView of(Warnings.Warning warning) {
            return new WarningView(
                    warning.code(),
                    warning.windowId(),
                    warning.networkElement(),
                    warning.otherGcrNumber(),
                    warning.serviceId(),
                    warning.circuitId(),
                    warning.ticketNumber(),
                    warning.conflictId(),
                    warning.enterpriseId());
        }
    }

    static String written(Instant at, ZoneId zone) {
        return ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }

    static GcrView of(GcrSnapshot gcr, ZoneId reader) {
        return of(gcr, reader, null, null);
    }

    static GcrView ofProvider(GcrSnapshot gcr, ZoneId reader, List<Warnings.Warning> warnings) {
        return of(
                gcr,
                reader,
                gcr.work().networkElements(),
                warnings.stream().map(WarningView::of).toList());
    }

    private static GcrView of(
            GcrSnapshot gcr,
            ZoneId reader,
            @Nullable List<String> networkElements,
            @Nullable List<WarningView> warnings) {
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
                networkElements,
                gcr.windows().stream()
                        .map(window -> WindowView.of(gcr.number(), window, reader))
                        .toList(),
                reader.getId(),
                gcr.overrun(),
                gcr.sequence(),
                gcr.firstNoticeAt(),
                gcr.leadTimeHours(),
                gcr.state().allowed().stream().map(Trigger::wire).toList(),
                warnings,
                gcr.createdAt());
    }
}
