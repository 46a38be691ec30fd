package io.controlcenter.repair.ticketing.messaging;

import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.repair.plannedwork.PlannedWork;
import io.controlcenter.repair.ticketing.application.RepairSettings;
import io.controlcenter.repair.ticketing.application.TicketJournal;
import io.controlcenter.repair.ticketing.domain.Kind;
import io.controlcenter.repair.ticketing.domain.OutageMinutes;
import io.controlcenter.repair.ticketing.domain.Pause;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.Span;
import io.controlcenter.repair.ticketing.domain.TicketEvent;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells billing of the minutes of an outage that earn a credit, when its ticket closes. Planned work in its window earns
 * none, what overran does (domain b.4, rule 9); nor does the time in which the provider waited for the customer.
 */
@Component
class OutageCreditsOut implements TicketJournal {

    private final Outbox outbox;
    private final PlannedWork plannedWork;
    private final RepairSettings.Credit rules;
    private final Clock clock;

    OutageCreditsOut(Outbox outbox, PlannedWork plannedWork, RepairSettings settings, Clock clock) {
        this.outbox = outbox;
        this.plannedWork = plannedWork;
        this.rules = settings.credit();
        this.clock = clock;
    }

    @Override
    public void write(TicketSnapshot ticket, List<TicketEvent> events, Person by) {
        if (events.stream().anyMatch(TicketEvent.Closed.class::isInstance) && earnsCredit(ticket)) {
            var outage = outage(ticket);
            var minutes = OutageMinutes.of(outage, exclusions(ticket, outage));
            if (minutes.creditable() > 0) {
                send(ticket, outage, minutes);
            }
        }
    }

    private boolean earnsCredit(TicketSnapshot ticket) {
        var resolution = ticket.resolution();
        return resolution != null
                && ticket.report().kind() != Kind.CHRONIC
                && ticket.report().observedImpact().isOutage()
                && rules.parties().contains(resolution.rootCause().party());
    }

    private Span outage(TicketSnapshot ticket) {
        var started = ticket.report().issueStartedAt();
        var from =
                rules.from() == RepairSettings.CountFrom.ISSUE_STARTED && started != null ? started : ticket.openedAt();
        return new Span(from, Objects.requireNonNull(ticket.clock().restoredAt()));
    }

    private List<Span> exclusions(TicketSnapshot ticket, Span outage) {
        var planned = plannedWork.worked(ticket.report().serviceId(), outage.from(), outage.until()).stream()
                .map(time -> new Span(time.start(), time.end()));
        var waiting = ticket.pauses().stream()
                .filter(pause -> rules.excludeWaiting()
                        && (pause.kind() == Pause.Kind.CUSTOMER || pause.kind() == Pause.Kind.CANCELLATION))
                .map(pause -> new Span(pause.from(), Objects.requireNonNullElse(pause.until(), outage.until())));
        return Stream.concat(planned, waiting).toList();
    }

    private void send(TicketSnapshot ticket, Span outage, OutageMinutes minutes) {
        outbox.append(new OutboxEvent(
                TicketEventsOut.TOPIC,
                "repair.outage.creditable.v1",
                ticket.ticketNumber(),
                ticket.enterpriseId(),
                ticket.accountId(),
                ticket.version(),
                new Creditable(
                        ticket.ticketNumber(),
                        ticket.accountId(),
                        ticket.report().serviceId(),
                        ticket.report().circuitId(),
                        outage.from(),
                        outage.until(),
                        minutes.creditable(),
                        minutes.excluded(),
                        clock.instant())));
    }

    /** @param minutes that can be credited, whole ones */
    record Creditable(
            String ticketNumber,
            String accountId,
            String serviceId,
            String circuitId,
            Instant outageStart,
            Instant outageEnd,
            long minutes,
            long excludedMinutes,
            Instant at) {}
}
