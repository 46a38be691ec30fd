package io.controlcenter.repair.ticketing.web;

import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.domain.TicketState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket in a list. */
@Schema(name = "TicketSummary")
record TicketSummary(
        String ticketNumber,
        String href,
        String enterpriseId,
        String accountId,
        String kind,
        String origin,
        String serviceId,
        String circuitId,
        String description,
        String observedImpact,
        String priority,
        String state,
        String displayStatus,
        @Nullable String customerReference,

        @Schema(description = "Name of the accountable technician") @Nullable
        String technician,

        int escalationLevel,

        @Schema(description = "Whether its trouble came back often enough to be treated as chronic")
        boolean chronic,

        Instant openedAt,

        @Schema(description = "When its running clock reaches the target; absent while it stands still") @Nullable
        Instant dueAt,

        @Nullable Instant resolvedAt,
        @Nullable Instant endedAt) {

    static TicketSummary of(ReadingTickets.Line line) {
        return new TicketSummary(
                line.ticketNumber(),
                "/api/v1/tickets/" + line.ticketNumber(),
                line.enterpriseId(),
                line.accountId(),
                line.kind(),
                line.origin(),
                line.serviceId(),
                line.circuitId(),
                line.description(),
                line.observedImpact(),
                line.priority(),
                line.state(),
                TicketState.of(line.state()).displayStatus(),
                line.customerReference(),
                line.technicianName(),
                line.escalationLevel(),
                line.chronic(),
                line.openedAt(),
                line.dueAt(),
                line.resolvedAt(),
                line.endedAt());
    }
}
