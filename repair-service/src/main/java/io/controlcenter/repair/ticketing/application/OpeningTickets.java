package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.repair.services.KnownService;
import io.controlcenter.repair.services.KnownServices;
import io.controlcenter.repair.ticketing.domain.Kind;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.Report;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a report to a ticket with its number and, when one is there, its technician; at any hour (handbook S29). */
@Service
@Transactional
public class OpeningTickets {

    private static final Duration DUPLICATES = Duration.ofDays(1);

    private final TicketDesk desk;
    private final Tickets tickets;
    private final KnownServices services;
    private final WorkingOnTickets work;
    private final Clock clock;

    OpeningTickets(TicketDesk desk, Tickets tickets, KnownServices services, WorkingOnTickets work, Clock clock) {
        this.desk = desk;
        this.tickets = tickets;
        this.services = services;
        this.work = work;
        this.clock = clock;
    }

    /** @param report its circuit is looked up, whatever it says */
    public TicketSnapshot open(Report report, boolean allowDuplicate, Person by) {
        var service = services.hold(report.serviceId())
                .orElseThrow(() -> Problem.notFound("The service " + report.serviceId()));
        if (service.state() != KnownService.State.INSTALLED) {
            throw notInstalled(service);
        }
        requireSound(report, by);
        var now = clock.instant();
        if (!allowDuplicate) {
            tickets.openOnService(service.serviceId(), now.minus(DUPLICATES))
                    .ifPresent(OpeningTickets::refuseDuplicate);
        }
        var opened = desk.open(
                TicketSnapshot.open(
                        tickets.nextNumber(),
                        service.enterpriseId(),
                        service.accountId(),
                        report.on(Objects.requireNonNull(service.circuitId())),
                        by,
                        now),
                by);
        return work.assignNext(opened.ticketNumber()).orElse(opened);
    }

    /** Before installation the order's care manager is the contact (handbook S34). */
    private static Problem notInstalled(KnownService service) {
        var careManager = service.careManager();
        var problem = Problem.unprocessable(
                        "service-not-installed",
                        "The service %s is not installed yet. %s of order %s will help."
                                .formatted(
                                        service.serviceId(),
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

    private void requireSound(Report report, Person by) {
        var violations = new ArrayList<>(ReportRules.violations(report, clock.instant()));
        if (report.kind() == Kind.CHRONIC && by.side() == Person.Side.CUSTOMER) {
            violations.add(
                    Violation.invalid("/kind", "Chronic trouble is found by the provider; report it as REPAIR."));
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
