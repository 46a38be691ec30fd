package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes what was resolved and found no answer in time. */
@Component
class ClosingTickets implements DueWork {

    private static final int AT_ONCE = 50;
    private final Tickets tickets;
    private final FollowingTickets following;
    private final Duration silence;
    private final TransactionTemplate transaction;

    ClosingTickets(
            Tickets tickets, FollowingTickets following, RepairSettings settings, TransactionTemplate transaction) {
        this.tickets = tickets;
        this.following = following;
        this.silence = settings.customerCheck();
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "close-unanswered-tickets";
    }

    @Override
    public int doDue(Instant now) {
        var due = transaction.execute(_ -> tickets.unansweredFor(silence, now, AT_ONCE));
        return (int) due.stream()
                .filter(number -> following.closeUnanswered(number) instanceof Decision.Made)
                .count();
    }
}
