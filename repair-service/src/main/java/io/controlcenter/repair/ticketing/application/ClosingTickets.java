package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Closes what was resolved and found no answer in time. */
@Component
class ClosingTickets implements DueWork {

    private final Tickets tickets;
    private final FollowingTickets following;
    private final Duration silence;
    private final OneByOne oneByOne;

    ClosingTickets(Tickets tickets, FollowingTickets following, RepairSettings settings, OneByOne oneByOne) {
        this.tickets = tickets;
        this.following = following;
        this.silence = settings.customerCheck();
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "close-unanswered-tickets";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(
                name(),
                now,
                atMost -> tickets.unansweredFor(silence, now, atMost),
                number -> following.closeUnanswered(number) instanceof Decision.Made);
    }
}
