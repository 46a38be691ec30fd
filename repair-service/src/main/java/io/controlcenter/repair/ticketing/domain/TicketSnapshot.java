package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a ticket is, at one moment: what is shown, stored and restored.
 *
 * @param accountable who answered for it, in order; the last one does now
 * @param resolution null unless the provider says that the service works
 * @param pauses when the clock stood still, oldest first
 * @param links what it follows
 * @param endedAt when it was closed or cancelled
 * @param version rises with every change
 */
public record TicketSnapshot(
        String ticketNumber,
        String enterpriseId,
        String accountId,
        Origin origin,
        TicketState state,
        Priority priority,
        Report report,
        List<Accountability> accountable,
        Efforts efforts,
        @Nullable Resolution resolution,
        RestoreClock clock,
        List<Pause> pauses,
        List<Link> links,
        Escalation escalation,
        Instant openedAt,
        Person openedBy,
        @Nullable Instant endedAt,
        long version) {

    /** A ticket is acknowledged with its number at once, and its clock runs. */
    public static TicketSnapshot open(
            String ticketNumber, String enterpriseId, String accountId, Opening opening, Person by, Instant at) {
        return new TicketSnapshot(
                ticketNumber,
                enterpriseId,
                accountId,
                opening.origin(),
                TicketState.ACKNOWLEDGED,
                opening.priority(),
                opening.report(),
                List.of(),
                Efforts.NONE,
                null,
                RestoreClock.start(at, opening.target()),
                List.of(),
                List.of(),
                Escalation.NONE,
                at,
                by,
                null,
                0);
    }

    /** Who answers for it now; null until somebody does. */
    public @Nullable Technician technician() {
        return accountable.isEmpty() ? null : accountable.getLast().technician();
    }
}
