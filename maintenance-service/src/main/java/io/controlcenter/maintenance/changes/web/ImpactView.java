package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.ReadingGcrs;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a service feels in a window. */
@Schema(name = "ServiceImpact")
record ImpactView(
        @Schema(example = "100000001-1") String windowId,
        String enterpriseId,
        @Nullable String enterpriseName,
        String accountId,
        @Nullable String accountName,
        String serviceId,
        String circuitId,
        String bandwidth,
        @Nullable String aLocation,
        @Nullable String zLocation,

        @Schema(description = "The order that installed the service")
        String orderNumber,

        @Schema(description = "NO_IMPACT, REDUCED_REDUNDANCY, DEGRADED or OUTAGE")
        String impact,

        int maxDurationMinutes,

        @Schema(description = "PENDING, COMPLETED, NOT_COMPLETED, POSTPONED, CANCELLED or ALTERNATE_WINDOW")
        String outcome) {

    static ImpactView of(GcrNumber gcr, ReadingGcrs.ImpactLine line) {
        return new ImpactView(
                gcr.windowId(line.windowNumber()),
                line.enterpriseId(),
                line.enterpriseName(),
                line.accountId(),
                line.accountName(),
                line.serviceId(),
                line.circuitId(),
                line.bandwidth(),
                line.aLocation(),
                line.zLocation(),
                line.orderNumber(),
                line.impact(),
                line.maxDurationMinutes(),
                line.outcome());
    }
}
