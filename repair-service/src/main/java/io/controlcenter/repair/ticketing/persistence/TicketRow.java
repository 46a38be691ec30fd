package io.controlcenter.repair.ticketing.persistence;

import io.controlcenter.repair.ticketing.domain.Authorisations;
import io.controlcenter.repair.ticketing.domain.Escalation;
import io.controlcenter.repair.ticketing.domain.Kind;
import io.controlcenter.repair.ticketing.domain.ObservedImpact;
import io.controlcenter.repair.ticketing.domain.Origin;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.Priority;
import io.controlcenter.repair.ticketing.domain.RestoreClock;
import io.controlcenter.repair.ticketing.domain.RootCause;
import io.controlcenter.repair.ticketing.domain.Severity;
import io.controlcenter.repair.ticketing.domain.Technician;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A row of {@code ticket}; contacts, related tickets and the history of accountability have tables of their own. */
@Table("ticket")
record TicketRow(
        @Id String ticketNumber,
        String enterpriseId,
        String accountId,
        Origin origin,
        String state,
        Priority priority,
        Kind kind,
        String serviceId,
        String circuitId,
        String description,
        ObservedImpact observedImpact,
        Severity severity,
        boolean publicSafety,
        @Nullable Instant issueStartedAt,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "auth_")
        Authorisations authorisations,

        @Nullable String accessHours,
        @Nullable String customerReference,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "technician_") @Nullable
        Technician technician,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "root_cause_") @Nullable
        RootCause rootCause,

        @Nullable String resolution,
        @Nullable Instant resolvedAt,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "clock_")
        RestoreClock clock,

        @Nullable Instant nextWarningAt,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "escalation_")
        Escalation escalation,

        Instant openedAt,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "opened_by_")
        Person openedBy,

        @Nullable Instant endedAt,
        @Version @Nullable Long version) {}
