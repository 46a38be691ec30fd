package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a ticket follows what it is linked to: planned work is not the provider's time (domain b.4, rule 9) until it
 * overruns, and what ends it asks the customer to confirm. Where a ticket cannot follow, nothing happens.
 */
public final class Following {

    private Following() {}

    /** Planned work on the service is under way: the ticket is being worked on, and its clock stands still. */
    public static Outcome maintenanceBegan(Ticket ticket, String gcr, Instant at) {
        if (!isOpen(ticket) || ticket.course().timing().standsFor() == Pause.Kind.MAINTENANCE) {
            return Outcome.done();
        }
        var text = "Scheduled maintenance " + gcr + " is under way";
        var events = new ArrayList<>(started(ticket));
        if (ticket.course().timing().standsFor() == null) {
            ticket.keep(ticket.course().timing().pause(Pause.Kind.MAINTENANCE, text, at));
        }
        events.add(new TicketEvent.Followed(text + "."));
        return new Outcome.Done(events);
    }

    /**
     * It overran, was moved or called off: the provider's time counts again.
     *
     * @param at from when; not before the clock stopped
     */
    public static Outcome maintenanceNoExcuse(Ticket ticket, String text, Instant at) {
        if (!isOpen(ticket) || ticket.course().timing().standsFor() != Pause.Kind.MAINTENANCE) {
            return Outcome.done();
        }
        var stopped = ticket.course().timing().pauses().getLast().from();
        ticket.keep(ticket.course().timing().resume(at.isBefore(stopped) ? stopped : at));
        return Outcome.done(new TicketEvent.Followed(text));
    }

    /** It is over, and with it the trouble, as far as the provider knows: the customer is asked to check. */
    public static Outcome over(Ticket ticket, RootCause cause, String text, Instant at) {
        if (!isOpen(ticket)) {
            return Outcome.done();
        }
        if (ticket.technician() == null) {
            return maintenanceNoExcuse(ticket, text, at);
        }
        var events = new ArrayList<>(started(ticket));
        if (ticket.course().state() != TicketState.IN_PROGRESS) {
            events.addAll(ticket.take(ticket.course().in(TicketState.IN_PROGRESS)));
        }
        events.addAll(ticket.take(ticket.course().resolved(TicketState.RESOLVED, new Resolution(cause, text, at))));
        return new Outcome.Done(events);
    }

    private static boolean isOpen(Ticket ticket) {
        return ticket.course().state().after(Step.RESOLVE).isPresent()
                || ticket.course().state().after(Step.START_WORK).isPresent()
                || ticket.course().state().after(Step.RESUME).isPresent();
    }

    private static List<TicketEvent> started(Ticket ticket) {
        return ticket.technician() != null
                        && ticket.course().state().after(Step.START_WORK).isPresent()
                ? ticket.take(ticket.course().in(TicketState.IN_PROGRESS))
                : List.of();
    }
}
