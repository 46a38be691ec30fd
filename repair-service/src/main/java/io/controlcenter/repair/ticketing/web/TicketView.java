package io.controlcenter.repair.ticketing.web;

import io.controlcenter.repair.plannedwork.PlannedWork;
import io.controlcenter.repair.ticketing.application.KnownIncidents;
import io.controlcenter.repair.ticketing.domain.Authorisations;
import io.controlcenter.repair.ticketing.domain.Contact;
import io.controlcenter.repair.ticketing.domain.FixAgent;
import io.controlcenter.repair.ticketing.domain.Pause;
import io.controlcenter.repair.ticketing.domain.RootCause;
import io.controlcenter.repair.ticketing.domain.Technician;
import io.controlcenter.repair.ticketing.domain.TestRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as its readers see it. */
@Schema(name = "Ticket")
record TicketView(
        @Schema(example = "T-10000001") String ticketNumber,
        @Schema(example = "/api/v1/tickets/T-10000001") String href,
        String enterpriseId,
        @Schema(example = "A-1000001") String accountId,
        @Schema(example = "REPAIR") String kind,

        @Schema(description = "CUSTOMER, PROVIDER or MONITORING: who noticed it first")
        String origin,

        String serviceId,
        String circuitId,
        String description,

        @Schema(description = "DOWN, DEGRADED, INTERMITTENT or NONE")
        String observedImpact,

        @Schema(description = "AFFECTS_SERVICE, OUT_OF_SERVICE or SERVICE_NOT_AFFECTED, as the reporter rated it")
        String severity,

        boolean publicSafety,

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

        @Schema(description = "Other tickets, and what this one follows: TICKET, MAINTENANCE or INCIDENT")
        List<RelatedView> related,

        @Schema(description = "Maintenance on the service when the ticket was opened: recent, under way or coming")
        List<MaintenanceView> relatedMaintenance,

        @Schema(description = "Incidents that are known on the service now")
        List<IncidentView> knownIncidents,

        @Schema(description = "What may explain the trouble and can be linked instead of working on it separately")
        List<OfferView> linkOffers,

        @Schema(description = "Whether this trouble came back often enough to be treated as chronic")
        boolean chronic,

        @Schema(description = "The one accountable technician, the point of contact; null until one is found") @Nullable
        Technician technician,

        @Schema(description = "Who was accountable before, oldest first")
        List<HandOverView> formerTechnicians,

        List<TestView> tests,

        @Schema(description = "Who helps; the accountable technician stays the same")
        List<FixAgentView> fixAgents,

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

    @Schema(name = "Window")
    record WindowView(Instant start, Instant end) {

        static @Nullable WindowView of(Authorisations given) {
            return given.intrusiveTestingFrom() == null || given.intrusiveTestingUntil() == null
                    ? null
                    : new WindowView(given.intrusiveTestingFrom(), given.intrusiveTestingUntil());
        }
    }

    @Schema(name = "TestRun")
    record TestView(
            UUID testId,
            TestRun.Type type,

            @Schema(description = "Whether it interrupts the service")
            boolean intrusive,

            String requestedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            TestRun.@Nullable Result result,
            @Nullable String measurements) {

        static TestView of(TestRun run) {
            return new TestView(
                    run.testId(),
                    run.type(),
                    run.intrusive(),
                    run.requestedBy().name(),
                    run.startedAt(),
                    run.finishedAt(),
                    run.result(),
                    run.measurements());
        }
    }

    @Schema(name = "FixAgent")
    record FixAgentView(
            UUID agentId,
            FixAgent.Kind kind,
            String name,

            @Schema(description = "The number at an external vendor") @Nullable
            String vendorTicket,

            @Nullable WindowView dispatchWindow,
            FixAgent.State state) {

        static FixAgentView of(FixAgent agent) {
            return new FixAgentView(
                    agent.agentId(),
                    agent.kind(),
                    agent.name(),
                    agent.vendorTicket(),
                    agent.dispatchFrom() == null || agent.dispatchUntil() == null
                            ? null
                            : new WindowView(agent.dispatchFrom(), agent.dispatchUntil()),
                    agent.state());
        }
    }

    @Schema(name = "RelatedItem")
    record RelatedView(@Schema(example = "TICKET") String type, String id, String href) {}

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

    @Schema(name = "HandOver")
    record HandOverView(
            Technician technician,
            Instant since,
            Instant until,

            @Schema(description = "Why the ticket came to this technician, where somebody said") @Nullable
            String reason) {}

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
