package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds a technician for the tickets that were opened while none was available, oldest first. */
@Component
class AssigningTechnicians implements DueWork {

    private static final int AT_ONCE = 500;
    private final Tickets tickets;
    private final WorkingOnTickets work;
    private final TransactionTemplate transaction;

    AssigningTechnicians(Tickets tickets, WorkingOnTickets work, TransactionTemplate transaction) {
        this.tickets = tickets;
        this.work = work;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "assign-technicians";
    }

    @Override
    public int doDue(Instant now) {
        var due = transaction.execute(_ -> tickets.waitingForTechnician(AT_ONCE));
        return (int) due.stream()
                .filter(number -> work.assignNext(number).isPresent())
                .count();
    }
}
