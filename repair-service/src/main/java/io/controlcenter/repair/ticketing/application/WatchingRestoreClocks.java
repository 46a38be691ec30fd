package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Warns when 75 and 90 per cent of the time to restore have passed, and when all of it has. */
@Component
class WatchingRestoreClocks implements DueWork {

    private final Tickets tickets;
    private final FollowingTickets following;
    private final OneByOne oneByOne;

    WatchingRestoreClocks(Tickets tickets, FollowingTickets following, OneByOne oneByOne) {
        this.tickets = tickets;
        this.following = following;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "watch-restore-clocks";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, atMost -> tickets.toWarnOf(now, atMost), number -> warned(number, now));
    }

    private boolean warned(String ticketNumber, Instant now) {
        if (!(following.warn(ticketNumber) instanceof Decision.Made(var ticket))) {
            return false;
        }
        var next = ticket.clock().nextWarningAt();
        return next == null || next.isAfter(now);
    }
}
