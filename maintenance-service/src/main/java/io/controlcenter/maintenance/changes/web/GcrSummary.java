package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.ReadingGcrs;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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
        boolean overrun,

        @Schema(description = "The worst that a service of yours feels") @Nullable
        String impact,

        @Schema(description = "How many services of yours it hits")
        int services,

        @Nullable Integer sequence) {

    static GcrSummary of(ReadingGcrs.Line line) {
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
                line.overrun(),
                line.impact(),
                line.services(),
                line.sequence());
    }
}
