package io.controlcenter.repair.ticketing.web;

import io.controlcenter.repair.ticketing.domain.Authorisations;
import io.controlcenter.repair.ticketing.domain.Contact;
import io.controlcenter.repair.ticketing.domain.FixAgent;
import io.controlcenter.repair.ticketing.domain.RootCause;
import io.controlcenter.repair.ticketing.domain.Technician;
import io.controlcenter.repair.ticketing.domain.TestRun;
import io.swagger.v3.oas.annotations.media.Schema;
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
        List<SurroundingViews.MaintenanceView> relatedMaintenance,

        @Schema(description = "Incidents that are known on the service now")
        List<SurroundingViews.IncidentView> knownIncidents,

        @Schema(description = "What may explain the trouble and can be linked instead of working on it separately")
        List<SurroundingViews.OfferView> linkOffers,

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
        ClockViews.ClockView clock,
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

    @Schema(name = "HandOver")
    record HandOverView(
            Technician technician,
            Instant since,
            Instant until,

            @Schema(description = "Why the ticket came to this technician, where somebody said") @Nullable
            String reason) {}

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
