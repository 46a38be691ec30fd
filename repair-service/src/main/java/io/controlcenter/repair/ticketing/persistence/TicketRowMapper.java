package io.controlcenter.repair.ticketing.persistence;

import io.controlcenter.repair.ticketing.domain.Contact;
import io.controlcenter.repair.ticketing.domain.Efforts;
import io.controlcenter.repair.ticketing.domain.Report;
import io.controlcenter.repair.ticketing.domain.Resolution;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.domain.TicketState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants;
import org.mapstruct.ReportingPolicy;

/** Flattens a ticket into its row, and back. */
@Mapper(componentModel = MappingConstants.ComponentModel.SPRING, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface TicketRowMapper {

    @Mapping(target = "state", expression = "java(ticket.state().wire())")
    @Mapping(target = "kind", source = "ticket.report.kind")
    @Mapping(target = "serviceId", source = "ticket.report.serviceId")
    @Mapping(target = "circuitId", source = "ticket.report.circuitId")
    @Mapping(target = "description", source = "ticket.report.description")
    @Mapping(target = "observedImpact", source = "ticket.report.observedImpact")
    @Mapping(target = "severity", source = "ticket.report.severity")
    @Mapping(target = "publicSafety", source = "ticket.report.publicSafety")
    @Mapping(target = "issueStartedAt", source = "ticket.report.issueStartedAt")
    @Mapping(target = "authorisations", source = "ticket.report.authorisations")
    @Mapping(target = "accessHours", source = "ticket.report.accessHours")
    @Mapping(target = "customerReference", source = "ticket.report.customerReference")
    @Mapping(target = "technician", expression = "java(ticket.technician())")
    @Mapping(target = "rootCause", source = "ticket.resolution.rootCause")
    @Mapping(target = "resolution", source = "ticket.resolution.text")
    @Mapping(target = "resolvedAt", source = "ticket.resolution.at")
    @Mapping(target = "nextWarningAt", expression = "java(ticket.clock().nextWarningAt())")
    @Mapping(target = "version", source = "version")
    TicketRow toRow(TicketSnapshot ticket, @Nullable Long version);

    default TicketSnapshot toTicket(TicketRow row, TicketParts.Parts parts, Efforts efforts) {
        return new TicketSnapshot(
                row.ticketNumber(),
                row.enterpriseId(),
                row.accountId(),
                row.origin(),
                TicketState.of(row.state()),
                row.priority(),
                report(row, parts.contacts(), parts.related()),
                parts.accountable(),
                efforts,
                resolution(row),
                row.clock(),
                parts.pauses(),
                parts.links(),
                row.escalation(),
                row.openedAt(),
                row.openedBy(),
                row.endedAt(),
                Objects.requireNonNull(row.version()));
    }

    private static Report report(TicketRow row, List<Contact> contacts, List<String> related) {
        return new Report(
                row.kind(),
                row.serviceId(),
                row.circuitId(),
                row.description(),
                row.observedImpact(),
                row.issueStartedAt(),
                contacts,
                row.authorisations(),
                row.accessHours(),
                row.customerReference(),
                related,
                row.severity(),
                row.publicSafety());
    }

    private static @Nullable Resolution resolution(TicketRow row) {
        return row.rootCause() == null || row.resolution() == null || row.resolvedAt() == null
                ? null
                : new Resolution(row.rootCause(), row.resolution(), row.resolvedAt());
    }
}
