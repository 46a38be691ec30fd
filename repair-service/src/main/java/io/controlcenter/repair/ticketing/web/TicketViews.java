package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.repair.plannedwork.PlannedWork;
import io.controlcenter.repair.ticketing.application.Decision;
import io.controlcenter.repair.ticketing.application.KnownIncidents;
import io.controlcenter.repair.ticketing.application.ReadingTickets;
import io.controlcenter.repair.ticketing.application.RepairSettings;
import io.controlcenter.repair.ticketing.domain.Authorisations;
import io.controlcenter.repair.ticketing.domain.Escalation;
import io.controlcenter.repair.ticketing.domain.EscalationPolicy;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows a ticket, its clock as of now. */
@Component
class TicketViews {

    private final TicketViewMapper mapper;
    private final ReadingTickets reading;
    private final PlannedWork plannedWork;
    private final KnownIncidents incidents;
    private final EscalationPolicy policy;
    private final Clock clock;

    TicketViews(
            TicketViewMapper mapper,
            ReadingTickets reading,
            PlannedWork plannedWork,
            KnownIncidents incidents,
            RepairSettings settings,
            Clock clock) {
        this.mapper = mapper;
        this.reading = reading;
        this.plannedWork = plannedWork;
        this.incidents = incidents;
        this.policy = settings.escalation();
        this.clock = clock;
    }

    ResponseEntity<TicketView> answer(Decision decision) {
        return answer(TicketProblems.require(decision));
    }

    ResponseEntity<TicketView> answer(TicketSnapshot ticket) {
        return ResponseEntity.ok().eTag(IfMatch.tag(ticket.version())).body(view(ticket));
    }

    TicketView view(TicketSnapshot ticket) {
        return mapper.view(
                ticket,
                authorisations(ticket.report().authorisations()),
                related(ticket),
                surroundings(ticket),
                formerTechnicians(ticket),
                ticket.efforts().tests().stream().map(TicketView.TestView::of).toList(),
                ticket.efforts().fixAgents().stream()
                        .map(TicketView.FixAgentView::of)
                        .toList(),
                clock(ticket, clock.instant()),
                escalation(ticket.escalation()));
    }

    private static TicketView.AuthorisationsView authorisations(Authorisations given) {
        return new TicketView.AuthorisationsView(
                given.intrusiveTesting(), TicketView.WindowView.of(given), given.dispatch(), given.afterHoursCharge());
    }

    private static List<TicketView.RelatedView> related(TicketSnapshot ticket) {
        return Stream.concat(
                        ticket.report().relatedTickets().stream()
                                .map(number ->
                                        new TicketView.RelatedView("TICKET", number, "/api/v1/tickets/" + number)),
                        ticket.links().stream()
                                .map(link -> new TicketView.RelatedView(
                                        link.type().name(),
                                        link.id(),
                                        TicketSurroundings.path(link.type(), link.id()))))
                .toList();
    }

    private static List<TicketView.HandOverView> formerTechnicians(TicketSnapshot ticket) {
        return ticket.accountable().stream()
                .filter(time -> time.until() != null)
                .map(time -> new TicketView.HandOverView(
                        time.technician(), time.since(), Objects.requireNonNull(time.until()), time.reason()))
                .toList();
    }

    private TicketSurroundings surroundings(TicketSnapshot ticket) {
        var maintenance = plannedWork.around(ticket.report().serviceId(), ticket.openedAt());
        var known = incidents.openOn(ticket.report().serviceId());
        return new TicketSurroundings(
                maintenance.stream().map(SurroundingViews.MaintenanceView::of).toList(),
                known.stream().map(SurroundingViews.IncidentView::of).toList(),
                TicketSurroundings.offers(ticket, maintenance, known),
                reading.isChronic(ticket.ticketNumber()));
    }

    private static ClockViews.ClockView clock(TicketSnapshot ticket, Instant now) {
        var clock = ticket.clock();
        return new ClockViews.ClockView(
                clock.startedAt(),
                clock.restoredAt(),
                clock.runningSince() != null,
                clock.pausedBecause(),
                clock.elapsed(now),
                clock.paused(now),
                Duration.ofSeconds(clock.targetSeconds()),
                clock.dueAt(),
                clock.dueAt(),
                clock.remaining(now),
                clock.isBreached(now),
                "24x7",
                ticket.pauses().stream().map(ClockViews.PauseView::of).toList());
    }

    private TicketView.EscalationView escalation(Escalation escalation) {
        return new TicketView.EscalationView(
                escalation.level(),
                escalation.nextLevel(policy),
                policy.levels(),
                escalation.lastAt(),
                escalation.possibleFrom(policy));
    }
}
