package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All tickets that the present transaction may see. */
public interface Tickets {

    String nextNumber();

    Optional<Ticket> find(String ticketNumber);

    /** Those of these numbers that exist. */
    Set<String> existing(List<String> ticketNumbers);

    /** @return the ticket as it was stored */
    TicketSnapshot add(Ticket ticket);

    /**
     * Saves a change; fails when somebody else changed the ticket since it was found.
     *
     * @return the ticket as it was stored, with its new version
     */
    TicketSnapshot save(Ticket ticket);

    /** The ticket on this service that was opened at this instant or later and has not ended, if there is one. */
    Optional<String> openOnService(String serviceId, Instant since);

    /** Tickets for which nobody answers yet, oldest first. */
    List<String> waitingForTechnician(int atMost);

    /** Tickets that were resolved this long ago and got no answer. */
    List<String> unansweredFor(Duration silence, Instant now, int atMost);

    /** Open tickets that follow this, of every enterprise in reach. */
    List<String> following(Link.Type type, String id);

    /** Open tickets on these services, of every enterprise in reach. */
    List<String> openOnServices(Collection<String> serviceIds);

    /** Tickets whose clock has a warning to give. */
    List<String> toWarnOf(Instant now, int atMost);
}
