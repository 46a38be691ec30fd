package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.repair.plannedwork.PlannedWork;
import io.controlcenter.repair.services.KnownService;
import io.controlcenter.repair.services.KnownServices;
import io.controlcenter.repair.ticketing.domain.Alarm;
import io.controlcenter.repair.ticketing.domain.Kind;
import io.controlcenter.repair.ticketing.domain.Link;
import io.controlcenter.repair.ticketing.domain.Opening;
import io.controlcenter.repair.ticketing.domain.Origin;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.Report;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a report to a ticket with its number and, when one is there, its technician; at any hour (handbook S29). */
@Service
@Transactional
public class OpeningTickets {

    private final TicketDesk desk;
    private final Tickets tickets;
    private final KnownServices services;
    private final WorkingOnTickets work;
    private final FollowingWork following;
    private final PlannedWork plannedWork;
    private final KnownIncidents incidents;
    private final RestoreTargets targets;
    private final RepairSettings settings;
    private final Clock clock;

    OpeningTickets(
            TicketDesk desk,
            Tickets tickets,
            KnownServices services,
            WorkingOnTickets work,
            FollowingWork following,
            PlannedWork plannedWork,
            KnownIncidents incidents,
            RestoreTargets targets,
            RepairSettings settings,
            Clock clock) {
        this.desk = desk;
        this.tickets = tickets;
        this.services = services;
        this.work = work;
        this.following = following;
        this.plannedWork = plannedWork;
        this.incidents = incidents;
        this.targets = targets;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What somebody wants to have a ticket for.
     *
     * @param report its circuit is looked up, whatever it says
     * @param linkTo the maintenance or incident that the trouble belongs to, if that is known already
     */
    public record Request(
            Report report,
            Origin origin,
            boolean allowDuplicate,
            @Nullable Target linkTo) {}

    public record Target(Link.Type type, String id) {}

    /** @param attached whether it was an alarm that went to a ticket that was there */
    public record Opened(TicketSnapshot ticket, boolean attached) {}

    public Opened open(Request request, Person by) {
        var report = request.report();
        var service = services.hold(report.serviceId())
                .orElseThrow(() -> Problem.notFound("The service " + report.serviceId()));
        if (service.state() != KnownService.State.INSTALLED) {
            throw notInstalled(service);
        }
        requireSound(request, by);
        if (request.linkTo() != null) {
            following.requireTarget(
                    service.serviceId(),
                    request.linkTo().type(),
                    request.linkTo().id(),
                    "/linkTo/id");
        }
        return alarm(request, by).orElseGet(() -> new Opened(openNew(request, service, by), false));
    }

    /** A machine says the same again and again; its alarms go to the ticket of the trouble, however old that is. */
    private Optional<Opened> alarm(Request request, Person by) {
        if (request.origin() != Origin.MONITORING) {
            return Optional.empty();
        }
        var report = request.report();
        var alarm = new Alarm(report.description(), report.observedImpact());
        return tickets.openOnService(report.serviceId(), Instant.EPOCH)
                .map(number -> desk.decide(number, by, ticket -> ticket.alarm(alarm)))
                .filter(Decision.Made.class::isInstance)
                .map(Decision.Made.class::cast)
                .map(made -> new Opened(made.ticket(), true));
    }

    private TicketSnapshot openNew(Request request, KnownService service, Person by) {
        var now = clock.instant();
        if (!request.allowDuplicate()) {
            tickets.openOnService(service.serviceId(), now.minus(settings.duplicateGuard()))
                    .ifPresent(OpeningTickets::refuseDuplicate);
        }
        var opened = desk.open(
                TicketSnapshot.open(
                        tickets.nextNumber(),
                        service.enterpriseId(),
                        service.accountId(),
                        opening(request, service),
                        by,
                        now),
                by);
        var assigned = work.assignNext(opened.ticketNumber()).orElse(opened);
        return linked(assigned, request, by);
    }

    private Opening opening(Request request, KnownService service) {
        var report = request.report().on(Objects.requireNonNull(service.circuitId()));
        var priority = Opening.priority(report, service.tspCode() != null);
        return new Opening(report, request.origin(), priority, targets.of(priority, service.productCode()));
    }

    /**
     * With what the caller named; with the maintenance that is under way, where a machine reports what it causes; and with
     * every incident that is known on the service, for a ticket is resolved with it.
     */
    private TicketSnapshot linked(TicketSnapshot ticket, Request request, Person by) {
        var serviceId = ticket.report().serviceId();
        var latest = request.linkTo() == null ? ticket : linked(ticket, request.linkTo(), by);
        var wanted = new LinkedHashSet<Target>();
        if (request.origin() == Origin.MONITORING) {
            plannedWork.underWay(serviceId).ifPresent(gcr -> wanted.add(new Target(Link.Type.MAINTENANCE, gcr)));
        }
        incidents
                .openOn(serviceId)
                .forEach(incident -> wanted.add(new Target(Link.Type.INCIDENT, incident.incidentNumber())));
        for (var target : wanted) {
            latest = linked(latest, target, Person.SYSTEM);
        }
        return latest;
    }

    private TicketSnapshot linked(TicketSnapshot ticket, Target target, Person by) {
        return following.link(ticket.ticketNumber(), target.type(), target.id(), _ -> {}, by)
                        instanceof Decision.Made(var made)
                ? made
                : ticket;
    }

    /**
     * The provider's own finding that trouble comes back: a ticket beside those of the trouble.
     *
     * @param report names the tickets in which it showed
     */
    public TicketSnapshot openChronic(Report report) {
        var service = services.find(report.serviceId()).orElseThrow();
        var request = new Request(report, Origin.PROVIDER, true, null);
        var opened = desk.open(
                TicketSnapshot.open(
                        tickets.nextNumber(),
                        service.enterpriseId(),
                        service.accountId(),
                        opening(request, service),
                        Person.SYSTEM,
                        clock.instant()),
                Person.SYSTEM);
        return work.assignNext(opened.ticketNumber()).orElse(opened);
    }

    /** Before installation the order's care manager is the contact (handbook S34). */
    private static Problem notInstalled(KnownService service) {
        var careManager = service.careManager();
        var problem = Problem.unprocessable(
                        "service-not-installed",
                        "The service %s is %s. %s of order %s will help."
                                .formatted(
                                        service.serviceId(),
                                        service.state() == KnownService.State.DISCONNECTED
                                                ? "disconnected"
                                                : "not installed yet",
                                        careManager == null
                                                ? "The customer care manager"
                                                : careManager.name() + ", the customer care manager",
                                        service.orderNumber()))
                .with("orderNumber", service.orderNumber());
        return careManager == null ? problem : problem.with("customerCareManager", careManager);
    }

    private static void refuseDuplicate(String ticketNumber) {
        throw Problem.conflict(
                        "duplicate-ticket",
                        "The ticket %s is open on this service. Add a note to it, or send allowDuplicate=true."
                                .formatted(ticketNumber))
                .with("ticketNumber", ticketNumber)
                .with("href", "/api/v1/tickets/" + ticketNumber);
    }

    private void requireSound(Request request, Person by) {
        var report = request.report();
        var violations = new ArrayList<>(ReportRules.violations(report, clock.instant()));
        if (report.kind() == Kind.CHRONIC && by.side() == Person.Side.CUSTOMER) {
            violations.add(
                    Violation.invalid("/kind", "Chronic trouble is found by the provider; report it as REPAIR."));
        }
        if (request.origin() == Origin.PROVIDER && by.side() == Person.Side.CUSTOMER) {
            violations.add(Violation.invalid("/origin", "You report as CUSTOMER, or as MONITORING for a machine."));
        }
        var known = tickets.existing(report.relatedTickets());
        for (int i = 0; i < report.relatedTickets().size(); i++) {
            if (!known.contains(report.relatedTickets().get(i))) {
                violations.add(Violation.referenceNotFound("/relatedTickets/" + i, "There is no such ticket."));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    public Decision amend(String ticketNumber, LongConsumer expected, UnaryOperator<Report> change, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> {
            var changed = change.apply(ticket.snapshot().report());
            var violations = ReportRules.violations(changed, clock.instant());
            if (!violations.isEmpty()) {
                throw Problem.unprocessable(violations);
            }
            return ticket.amend(changed);
        });
    }
}
