package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.repair.ticketing.domain.Outcome;
import io.controlcenter.repair.ticketing.domain.Person;
import io.controlcenter.repair.ticketing.domain.Ticket;
import io.controlcenter.repair.ticketing.domain.TicketEvent;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import io.controlcenter.repair.ticketing.domain.Tickets;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every change of a ticket passes: found, checked against the version that the caller read, decided by the ticket,
 * saved, and written to the timeline, the outbox and the audit trail, all in one transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TicketDesk {

    private final Tickets tickets;
    private final List<TicketJournal> journals;
    private final AuditTrail audit;

    TicketDesk(Tickets tickets, List<TicketJournal> journals, AuditTrail audit) {
        this.tickets = tickets;
        this.journals = journals;
        this.audit = audit;
    }

    TicketSnapshot open(TicketSnapshot ticket, Person by) {
        return written(null, tickets.add(Ticket.of(ticket)), List.of(new TicketEvent.Opened()), by);
    }

    Decision decide(String ticketNumber, Person by, Function<Ticket, Outcome> question) {
        return decide(ticketNumber, _ -> {}, by, question);
    }

    /** @param expected refuses a version that the caller did not read */
    Decision decide(String ticketNumber, LongConsumer expected, Person by, Function<Ticket, Outcome> question) {
        var ticket = tickets.find(ticketNumber).orElseThrow(() -> Problem.notFound("The ticket " + ticketNumber));
        var before = ticket.snapshot();
        expected.accept(before.version());
        return switch (question.apply(ticket)) {
            case Outcome.Refused(var why) -> new Decision.Refused(why);
            case Outcome.Done(var events)
            when events.isEmpty() && ticket.snapshot().equals(before) -> new Decision.Made(before);
            case Outcome.Done(var events) -> new Decision.Made(written(before, tickets.save(ticket), events, by));
        };
    }

    private TicketSnapshot written(
            @Nullable TicketSnapshot before, TicketSnapshot after, List<TicketEvent> events, Person by) {
        journals.forEach(journal -> journal.write(after, events, by));
        var what = events.isEmpty() ? "Changed" : events.getFirst().getClass().getSimpleName();
        audit.record(after.enterpriseId(), "ticket." + what, "ticket", after.ticketNumber(), before, after);
        return after;
    }
}
