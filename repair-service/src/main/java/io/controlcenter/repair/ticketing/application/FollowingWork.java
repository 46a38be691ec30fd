package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.repair.plannedwork.PlannedWork;
import io.controlcenter.repair.plannedwork.PlannedWorkWatch;
import io.controlcenter.repair.plannedwork.WorkStatus;
import io.controlcenter.repair.ticketing.domain.Following;
import io.controlcenter.repair.ticketing.domain.Link;
import io.controlcenter.repair.ticketing.domain.Outcome;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.RootCause;
import io.controlcenter.repair.ticketing.domain.Ticket;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links tickets to the maintenance and the incidents that explain them, and lets them follow these (idea c-2). */
@Service
@Transactional
public class FollowingWork implements PlannedWorkWatch {

    private static final Set<WorkStatus> TO_COME =
            EnumSet.of(WorkStatus.AHEAD, WorkStatus.UNDER_WAY, WorkStatus.OVERRUN);

    private final TicketDesk desk;
    private final Tickets tickets;
    private final PlannedWork plannedWork;
    private final KnownIncidents incidents;
    private final Clock clock;

    FollowingWork(TicketDesk desk, Tickets tickets, PlannedWork plannedWork, KnownIncidents incidents, Clock clock) {
        this.desk = desk;
        this.tickets = tickets;
        this.plannedWork = plannedWork;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Links a ticket to what is going on at its service; at once it is treated as if it had been linked all along. */
    public Decision link(String ticketNumber, Link.Type type, String id, LongConsumer expected, Person by) {
        var ticket = tickets.find(ticketNumber).orElseThrow(() -> Problem.notFound("The ticket " + ticketNumber));
        requireTarget(ticket.snapshot().report().serviceId(), type, id, "/id");
        var linked = desk.decide(ticketNumber, expected, by, found -> found.link(type, id, clock.instant()));
        return linked instanceof Decision.Made && type == Link.Type.MAINTENANCE ? follow(ticketNumber, id) : linked;
    }

    /** There is such a maintenance or incident on the service, and it is not over. */
    void requireTarget(String serviceId, Link.Type type, String id, String pointer) {
        var status = type == Link.Type.MAINTENANCE
                ? plannedWork.standing(id, serviceId).map(PlannedWork.Standing::status)
                : incidents.openOn(serviceId).stream()
                        .filter(incident -> incident.incidentNumber().equals(id))
                        .findAny()
                        .map(_ -> WorkStatus.UNDER_WAY);
        if (status.isEmpty()) {
            throw Problem.unprocessable(Violation.referenceNotFound(
                    pointer, "No such maintenance or open incident is known on the service " + serviceId + "."));
        }
        if (!TO_COME.contains(status.get())) {
            throw Problem.conflict("link-target-over", "This is over; nothing is left to follow.")
                    .with("status", status.get());
        }
    }

    @Override
    public void changed(String gcrNumber) {
        tickets.following(Link.Type.MAINTENANCE, gcrNumber).forEach(number -> follow(number, gcrNumber));
    }

    Decision follow(String ticketNumber, String gcr) {
        return desk.decide(ticketNumber, Person.SYSTEM, ticket -> follow(ticket, gcr));
    }

    private Outcome follow(Ticket ticket, String gcr) {
        var standing = plannedWork
                .standing(gcr, ticket.snapshot().report().serviceId())
                .orElse(new PlannedWork.Standing(WorkStatus.CANCELLED, null));
        var now = clock.instant();
        var name = "Scheduled maintenance " + gcr;
        return switch (standing.status()) {
            case UNDER_WAY -> Following.maintenanceBegan(ticket, gcr, now);
            case AHEAD -> Following.maintenanceNoExcuse(ticket, name + " waits for its next window.", now);
            case OVERRUN ->
                Following.maintenanceNoExcuse(
                        ticket,
                        name + " takes longer than its window; what is beyond it counts.",
                        Objects.requireNonNullElse(standing.overranAt(), now));
            case COMPLETED ->
                Following.over(
                        ticket,
                        new RootCause(RootCause.Code.PLANNED_WORK, RootCause.Party.PROVIDER, name),
                        name + " is over. Please confirm that your service works.",
                        now);
            case NOT_COMPLETED -> Following.maintenanceNoExcuse(ticket, name + " ended without being completed.", now);
            case POSTPONED -> Following.maintenanceNoExcuse(ticket, name + " was put off.", now);
            case CANCELLED -> Following.maintenanceNoExcuse(ticket, name + " was called off.", now);
        };
    }

    /** Links every open ticket on the services of an incident to it. */
    public void declared(String incidentNumber, Collection<String> serviceIds) {
        tickets.openOnServices(serviceIds)
                .forEach(number -> desk.decide(
                        number,
                        Person.SYSTEM,
                        ticket -> ticket.link(Link.Type.INCIDENT, incidentNumber, clock.instant())));
    }

    /** Resolves every open ticket that follows an incident, with the incident's cause. */
    public void closed(String incidentNumber, RootCause cause, String note) {
        tickets.following(Link.Type.INCIDENT, incidentNumber)
                .forEach(number -> desk.decide(
                        number, Person.SYSTEM, ticket -> Following.over(ticket, cause, note, clock.instant())));
    }
}
