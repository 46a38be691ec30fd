package io.controlcenter.repair.ticketing.web;

import io.controlcenter.repair.plannedwork.PlannedWork;
import io.controlcenter.repair.ticketing.application.KnownIncidents;
import io.controlcenter.repair.ticketing.domain.Link;
import io.controlcenter.repair.ticketing.domain.Step;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What goes on around a ticket's service. */
record TicketSurroundings(
        List<SurroundingViews.MaintenanceView> relatedMaintenance,
        List<SurroundingViews.IncidentView> knownIncidents,
        List<SurroundingViews.OfferView> linkOffers,
        boolean chronic) {

    private static final Set<String> TO_COME = Set.of("scheduled", "inProgress");

    static String path(Link.Type type, String id) {
        return switch (type) {
            case MAINTENANCE -> "/api/v1/gcrs/" + id;
            case INCIDENT -> "/api/v1/incidents/" + id;
        };
    }

    /** What is going on or coming, and is not linked yet. */
    static List<SurroundingViews.OfferView> offers(
            TicketSnapshot ticket, List<PlannedWork.Maintenance> maintenance, List<KnownIncidents.Incident> incidents) {
        if (ticket.state().after(Step.LINK).isEmpty()) {
            return List.of();
        }
        var planned = maintenance.stream()
                .filter(work -> TO_COME.contains(work.state()))
                .map(work -> offer(ticket, Link.Type.MAINTENANCE, work.gcrNumber(), work.title()));
        var known = incidents.stream()
                .map(incident -> offer(ticket, Link.Type.INCIDENT, incident.incidentNumber(), incident.title()));
        return Stream.concat(planned, known)
                .filter(offer -> ticket.links().stream()
                        .noneMatch(link -> link.isTo(Link.Type.valueOf(offer.type()), offer.id())))
                .distinct()
                .toList();
    }

    private static SurroundingViews.OfferView offer(TicketSnapshot ticket, Link.Type type, String id, String text) {
        return new SurroundingViews.OfferView(
                type.name(), id, text, "/api/v1/tickets/" + ticket.ticketNumber() + "/links");
    }
}
