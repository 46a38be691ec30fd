package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Finds a technician for the tickets that were opened while none was available, oldest first. */
@Component
class AssigningTechnicians implements DueWork {

    private final Tickets tickets;
    private final WorkingOnTickets work;
    private final OneByOne oneByOne;

    AssigningTechnicians(Tickets tickets, WorkingOnTickets work, OneByOne oneByOne) {
        this.tickets = tickets;
        this.work = work;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "assign-technicians";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(
                name(),
                now,
                tickets::waitingForTechnician,
                number -> work.assignNext(number).isPresent());
    }
}
