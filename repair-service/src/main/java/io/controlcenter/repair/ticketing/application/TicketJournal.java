package io.controlcenter.repair.ticketing.application;

import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.TicketEvent;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.util.List;

/** Told of everything that happened to a ticket, inside the transaction in which it happened. */
public interface TicketJournal {

    /** @param ticket as it is after the events */
    void write(TicketSnapshot ticket, List<TicketEvent> events, Person by);
}
