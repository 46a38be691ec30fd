package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.ReadingGcrs;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A GCR in a list. */
@Schema(name = "GcrSummary")
record GcrSummary(
        String gcrNumber,
        String href,
        String state,
        String displayStatus,
        String designation,
        String category,
        String title,
        @Nullable Instant start,
        @Nullable Instant end,

        @Schema(description = "The start as the reader's clock shows it", format = "date-time") @Nullable
        String localStart,

        @Schema(description = "The end as the reader's clock shows it", format = "date-time") @Nullable
        String localEnd,

        boolean overrun,

        @Schema(description = "The worst that a service of yours feels") @Nullable
        String impact,

        @Schema(description = "How many services of yours it hits")
        int services,

        @Nullable Integer sequence,

        @Schema(description = "Hours between the first notice and the start") @Nullable
        Long leadTimeHours,

        @Schema(description = "How much a change manager should look at first, for provider staff only") @Nullable
        Integer warnings) {

    private static @Nullable String local(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : GcrView.written(at, zone);
    }

    static GcrSummary of(ReadingGcrs.Line line, ZoneId zone, boolean provider) {
        return new GcrSummary(
                line.gcrNumber(),
                "/api/v1/gcrs/" + line.gcrNumber(),
                line.state(),
                GcrState.of(line.state()).displayStatus(),
                line.designation(),
                line.category(),
                line.title(),
                line.startsAt(),
                line.endsAt(),
                local(line.startsAt(), zone),
                local(line.endsAt(), zone),
                line.overrun(),
                line.impact(),
                line.services(),
                line.sequence(),
                line.leadTimeHours(),
                provider ? line.warnings() : null);
    }
}
