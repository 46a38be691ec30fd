package io.controlcenter.repair.ticketing.web;

import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants;
import org.mapstruct.ReportingPolicy;

@Mapper(componentModel = MappingConstants.ComponentModel.SPRING, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface TicketViewMapper {

    @Mapping(target = "href", expression = "java(\"/api/v1/tickets/\" + ticket.ticketNumber())")
    @Mapping(target = "state", expression = "java(ticket.state().wire())")
    @Mapping(target = "displayStatus", expression = "java(ticket.state().displayStatus())")
    @Mapping(target = "kind", source = "ticket.report.kind")
    @Mapping(target = "serviceId", source = "ticket.report.serviceId")
    @Mapping(target = "circuitId", source = "ticket.report.circuitId")
    @Mapping(target = "description", source = "ticket.report.description")
    @Mapping(target = "observedImpact", source = "ticket.report.observedImpact")
    @Mapping(target = "severity", source = "ticket.report.severity")
    @Mapping(target = "publicSafety", source = "ticket.report.publicSafety")
    @Mapping(target = "issueStartedAt", source = "ticket.report.issueStartedAt")
    @Mapping(target = "contacts", source = "ticket.report.contacts")
    @Mapping(target = "accessHours", source = "ticket.report.accessHours")
    @Mapping(target = "customerReference", source = "ticket.report.customerReference")
    @Mapping(target = "authorisations", source = "authorisations")
    @Mapping(target = "related", source = "related")
    @Mapping(target = "relatedMaintenance", source = "surroundings.relatedMaintenance")
    @Mapping(target = "knownIncidents", source = "surroundings.knownIncidents")
    @Mapping(target = "linkOffers", source = "surroundings.linkOffers")
    @Mapping(target = "chronic", source = "surroundings.chronic")
    @Mapping(target = "technician", expression = "java(ticket.technician())")
    @Mapping(target = "formerTechnicians", source = "formerTechnicians")
    @Mapping(target = "tests", source = "tests")
    @Mapping(target = "fixAgents", source = "fixAgents")
    @Mapping(target = "rootCause", source = "ticket.resolution.rootCause")
    @Mapping(target = "resolution", source = "ticket.resolution.text")
    @Mapping(target = "resolvedAt", source = "ticket.resolution.at")
    @Mapping(target = "clock", source = "clock")
    @Mapping(target = "escalation", source = "escalation")
    @Mapping(target = "openedBy", source = "ticket.openedBy.name")
    TicketView view(
            TicketSnapshot ticket,
            TicketView.AuthorisationsView authorisations,
            List<TicketView.RelatedView> related,
            TicketSurroundings surroundings,
            List<TicketView.HandOverView> formerTechnicians,
            List<TicketView.TestView> tests,
            List<TicketView.FixAgentView> fixAgents,
            ClockViews.ClockView clock,
            TicketView.EscalationView escalation);
}
