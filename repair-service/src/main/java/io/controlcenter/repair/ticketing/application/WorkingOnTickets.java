package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.repair.services.KnownService;
import io.controlcenter.repair.services.KnownServices;
import io.controlcenter.repair.technicians.Technicians;
import io.controlcenter.repair.technicians.Technicians.StaffMember;
import io.controlcenter.repair.ticketing.domain.Effort;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.Priority;
import io.controlcenter.repair.ticketing.domain.Report;
import io.controlcenter.repair.ticketing.domain.RootCause;
import io.controlcenter.repair.ticketing.domain.Technician;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the provider's people do with a ticket, and how it gets the one who is accountable. */
@Service
@Transactional
public class WorkingOnTickets {

    private final TicketDesk desk;
    private final Tickets tickets;
    private final Technicians technicians;
    private final KnownServices services;
    private final RestoreTargets targets;
    private final Clock clock;

    WorkingOnTickets(
            TicketDesk desk,
            Tickets tickets,
            Technicians technicians,
            KnownServices services,
            RestoreTargets targets,
            Clock clock) {
        this.desk = desk;
        this.tickets = tickets;
        this.technicians = technicians;
        this.services = services;
        this.targets = targets;
        this.clock = clock;
    }

    /** Gives a ticket the next technician; nothing happens while nobody is available. */
    public Optional<TicketSnapshot> assignNext(String ticketNumber) {
        return tickets.find(ticketNumber).flatMap(ticket -> assignNext(ticket.snapshot()));
    }

    private Optional<TicketSnapshot> assignNext(TicketSnapshot waiting) {
        var ticketNumber = waiting.ticketNumber();
        return technicians.next(needs(waiting.report()), clock.instant()).flatMap(member -> {
            var decision = desk.decide(
                    ticketNumber, Person.SYSTEM, ticket -> ticket.assign(technician(member), null, clock.instant()));
            return decision instanceof Decision.Made(var ticket) ? Optional.of(ticket) : Optional.empty();
        });
    }

    /** What a technician has to be able to do: the product, and the kind of ticket. */
    private List<String> needs(Report report) {
        var product = product(report.serviceId());
        return product == null
                ? List.of(report.kind().name())
                : List.of(product, report.kind().name());
    }

    private @Nullable String product(String serviceId) {
        return services.find(serviceId).map(KnownService::productCode).orElse(null);
    }

    /** Takes a ticket for which nobody answers; of two who claim it at once, one gets it. */
    public Decision claim(String ticketNumber, LongConsumer expected, Person by) {
        var self = technicians
                .find(by.id())
                .map(WorkingOnTickets::technician)
                .orElseThrow(() -> Problem.forbidden("no-technician", "Only a known technician can claim tickets."));
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.claim(self, clock.instant()));
    }

    public Decision assign(
            String ticketNumber, String userId, @Nullable String reason, LongConsumer expected, Person by) {
        var member = technicians
                .find(userId)
                .orElseThrow(() -> Problem.unprocessable(
                        Violation.referenceNotFound("/userId", "There is no technician with this user id.")));
        return desk.decide(
                ticketNumber, expected, by, ticket -> ticket.assign(technician(member), reason, clock.instant()));
    }

    private static Technician technician(StaffMember member) {
        return new Technician(member.userId(), member.name(), member.phone(), member.email());
    }

    public Decision prioritise(String ticketNumber, Priority priority, String note, LongConsumer expected, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> {
            var product = product(ticket.snapshot().report().serviceId());
            return ticket.prioritise(priority, targets.of(priority, product), note, clock.instant());
        });
    }

    public Decision startWork(String ticketNumber, LongConsumer expected, Person by) {
        var self = technicians.find(by.id()).map(WorkingOnTickets::technician).orElse(null);
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.startWork(self, clock.instant()));
    }

    public Decision pend(String ticketNumber, String note, LongConsumer expected, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.pend(note, clock.instant()));
    }

    public Decision resume(String ticketNumber, @Nullable String note, LongConsumer expected, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.resume(note, clock.instant()));
    }

    public Decision resolve(String ticketNumber, RootCause cause, String note, LongConsumer expected, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.resolve(cause, note, clock.instant()));
    }

    public Decision undertake(String ticketNumber, Effort effort, LongConsumer expected, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.undertake(effort, clock.instant()));
    }

    public Decision confirmCancellation(String ticketNumber, LongConsumer expected, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.confirmCancellation(clock.instant()));
    }
}
