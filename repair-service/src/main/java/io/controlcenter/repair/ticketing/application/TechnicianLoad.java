package io.controlcenter.repair.ticketing.application;

import io.controlcenter.repair.technicians.Technicians;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.Technician;
import io.controlcenter.repair.ticketing.domain.TicketEvent;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts for how many open tickets each technician answers, whatever enterprise they are of. */
@Component
class TechnicianLoad implements TicketJournal {

    private final Technicians technicians;

    TechnicianLoad(Technicians technicians) {
        this.technicians = technicians;
    }

    @Override
    public void write(TicketSnapshot ticket, List<TicketEvent> events, Person by) {
        for (var event : events) {
            if (event instanceof TicketEvent.TechnicianAssigned assigned) {
                carries(assigned.previous(), -1);
                carries(assigned.to(), 1);
            } else if (event instanceof TicketEvent.StateChanged change
                    && change.to().isTerminal()) {
                carries(ticket.technician(), -1);
            }
        }
    }

    private void carries(@Nullable Technician technician, int more) {
        if (technician != null) {
            technicians.carries(technician.userId(), more);
        }
    }
}
