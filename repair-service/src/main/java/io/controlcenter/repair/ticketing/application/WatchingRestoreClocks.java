package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Warns when 75 and 90 per cent of the time to restore have passed, and when all of it has. */
@Component
class WatchingRestoreClocks implements DueWork {

    private static final int AT_ONCE = 50;
    private final Tickets tickets;
    private final FollowingTickets following;
    private final TransactionTemplate transaction;

    WatchingRestoreClocks(Tickets tickets, FollowingTickets following, TransactionTemplate transaction) {
        this.tickets = tickets;
        this.following = following;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "watch-restore-clocks";
    }

    @Override
    public int doDue(Instant now) {
        var due = transaction.execute(_ -> tickets.toWarnOf(now, AT_ONCE));
        return (int) due.stream().filter(number -> warned(number, now)).count();
    }

    private boolean warned(String ticketNumber, Instant now) {
        if (!(following.warn(ticketNumber) instanceof Decision.Made(var ticket))) {
            return false;
        }
        var next = ticket.clock().nextWarningAt();
        return next == null || next.isAfter(now);
    }
}
