package io.controlcenter.repair.ticketing.web;

import io.controlcenter.repair.ticketing.domain.Contact;
import io.controlcenter.repair.ticketing.domain.RootCause;
import io.controlcenter.repair.ticketing.domain.Technician;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as its readers see it. */
@Schema(name = "Ticket")
record TicketView(
        @Schema(example = "T-10000001") String ticketNumber,
        @Schema(example = "/api/v1/tickets/T-10000001") String href,
        String enterpriseId,
        @Schema(example = "A-1000001") String accountId,
        @Schema(example = "REPAIR") String kind,

        @Schema(description = "CUSTOMER or PROVIDER: who noticed it first")
        String origin,

        String serviceId,
        String circuitId,
        String description,

        @Schema(description = "DOWN, DEGRADED, INTERMITTENT or NONE")
        String observedImpact,

        @Schema(description = "CRITICAL, HIGH, MEDIUM or LOW; follows from the impact unless the provider changed it")
        String priority,

        @Schema(description = "Machine state, MEF 124 with assigned", example = "inProgress")
        String state,

        @Schema(description = "The portal's word for the state", example = "Assigned")
        String displayStatus,

        @Nullable Instant issueStartedAt,
        List<Contact> contacts,
        AuthorisationsView authorisations,
        @Nullable String accessHours,

        @Schema(description = "The customer's own number for it") @Nullable
        String customerReference,

        List<RelatedView> related,

        @Schema(description = "The one accountable technician, the point of contact; null until one is found") @Nullable
        Technician technician,

        @Schema(description = "Who was accountable before, oldest first")
        List<HandOverView> formerTechnicians,

        @Nullable RootCause rootCause,
        @Nullable String resolution,
        @Nullable Instant resolvedAt,
        ClockView clock,
        EscalationView escalation,
        Instant openedAt,
        @Schema(description = "Who opened it") String openedBy,
        @Nullable Instant endedAt) {

    @Schema(name = "Authorisations")
    record AuthorisationsView(
            boolean intrusiveTesting,
            @Nullable WindowView intrusiveTestingWindow,
            boolean dispatch,
            boolean afterHoursCharge) {}

    @Schema(name = "TestingWindow")
    record WindowView(Instant start, Instant end) {}

    @Schema(name = "RelatedItem")
    record RelatedView(@Schema(example = "TICKET") String type, String id, String href) {}

    @Schema(name = "HandOver")
    record HandOverView(Technician technician, Instant since, Instant until) {}

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

            @Schema(type = "string", description = "Negative once the target is missed", example = "PT2H30M")
            Duration remaining,

            boolean breached) {}

    @Schema(name = "EscalationStatus")
    record EscalationView(
            int level,

            @Schema(description = "Null at the highest level") @Nullable
            Integer nextLevel,

            int maxLevel,
            @Nullable Instant lastAt,

            @Schema(description = "When it can be escalated again; null for at once") @Nullable
            Instant possibleFrom) {}
}
