package io.controlcenter.repair.ticketing.application;

import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.TicketEvent;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How fast repair is, by priority (handbook S31): time to assign, time to restore, and whether the target was met. */
@Component
class TicketMetrics implements TicketJournal {

    private final MeterRegistry meters;
    private final Clock clock;

    TicketMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Counts what is committed only: a dry run is no repair. */
    @Override
    public void write(TicketSnapshot ticket, List<TicketEvent> events, Person by) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.forEach(event -> count(ticket, event));
            }
        });
    }

    private void count(TicketSnapshot ticket, TicketEvent event) {
        if (event instanceof TicketEvent.TechnicianAssigned assigned && assigned.previous() == null) {
            time("repair.ticket.assign", ticket, Duration.between(ticket.openedAt(), clock.instant()));
        }
        if (event instanceof TicketEvent.Resolved) {
            var elapsed = ticket.clock().elapsed(clock.instant());
            time("repair.ticket.restore", ticket, elapsed);
            var met = elapsed.toSeconds() <= ticket.clock().targetSeconds();
            meters.counter("repair.ticket.target", "priority", ticket.priority().name(), "met", Boolean.toString(met))
                    .increment();
        }
    }

    private void time(String name, TicketSnapshot ticket, Duration taken) {
        meters.timer(name, "priority", ticket.priority().name()).record(taken);
    }
}
