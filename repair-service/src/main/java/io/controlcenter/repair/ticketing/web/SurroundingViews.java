package io.controlcenter.repair.ticketing.web;

import io.controlcenter.repair.plannedwork.PlannedWork;
import io.controlcenter.repair.ticketing.application.KnownIncidents;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What goes on around a ticket's service, as its readers see it. */
interface SurroundingViews {

    @Schema(name = "RelatedMaintenance")
    record MaintenanceView(
            String gcrNumber,
            String href,
            String windowId,
            String title,

            @Schema(description = "Of the window: scheduled, inProgress, completed or notCompleted")
            String state,

            String impact,
            Instant start,
            Instant end,

            @Schema(description = "Whether it goes on beyond its end")
            boolean overrun) {

        static MaintenanceView of(PlannedWork.Maintenance work) {
            return new MaintenanceView(
                    work.gcrNumber(),
                    "/api/v1/gcrs/" + work.gcrNumber(),
                    work.windowId(),
                    work.title(),
                    work.state(),
                    work.impact(),
                    work.start(),
                    work.end(),
                    work.overrun());
        }
    }

    @Schema(name = "KnownIncident")
    record IncidentView(
            String incidentNumber,
            String href,
            String title,
            String description,
            String state,
            Instant startedAt,
            @Nullable Instant expectedEnd) {

        static IncidentView of(KnownIncidents.Incident incident) {
            return new IncidentView(
                    incident.incidentNumber(),
                    "/api/v1/incidents/" + incident.incidentNumber(),
                    incident.title(),
                    incident.description(),
                    incident.state(),
                    incident.startedAt(),
                    incident.expectedEnd());
        }
    }

    @Schema(name = "LinkOffer")
    record OfferView(
            @Schema(description = "MAINTENANCE or INCIDENT") String type,
            String id,
            String text,

            @Schema(description = "POST type and id here; before opening, send them as linkTo")
            String href) {}
}
