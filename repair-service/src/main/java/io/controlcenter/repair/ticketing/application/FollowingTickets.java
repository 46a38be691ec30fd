package io.controlcenter.repair.ticketing.application;

import io.controlcenter.repair.ticketing.domain.EscalationPolicy;
import io.controlcenter.repair.ticketing.domain.Note;
import io.controlcenter.repair.ticketing.domain.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer does with an open ticket, and what happens when the customer says nothing. */
@Service
@Transactional
public class FollowingTickets {

    private final TicketDesk desk;
    private final Duration silence;
    private final EscalationPolicy escalation;
    private final Clock clock;

    FollowingTickets(TicketDesk desk, RepairSettings settings, Clock clock) {
        this.desk = desk;
        this.silence = settings.customerCheck();
        this.escalation = settings.escalation();
        this.clock = clock;
    }

    public Decision note(String ticketNumber, Note note, Person by) {
        return desk.decide(ticketNumber, by, ticket -> ticket.note(note, by, clock.instant()));
    }

    public Decision attach(String ticketNumber, UUID attachmentId, String name, Person by) {
        return desk.decide(ticketNumber, by, ticket -> ticket.attach(attachmentId, name));
    }

    public Decision close(String ticketNumber, LongConsumer expected, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.close(clock.instant()));
    }

    public Decision reopen(String ticketNumber, String reason, LongConsumer expected, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.reopen(reason, clock.instant()));
    }

    public Decision cancel(String ticketNumber, @Nullable String reason, LongConsumer expected, Person by) {
        return desk.decide(ticketNumber, expected, by, ticket -> ticket.cancel(reason, clock.instant()));
    }

    public Decision escalate(
            String ticketNumber,
            @Nullable Integer level,
            String reason,
            boolean callBack,
            LongConsumer expected,
            Person by) {
        return desk.decide(
                ticketNumber,
                expected,
                by,
                ticket -> ticket.escalate(level, reason, callBack, escalation, clock.instant()));
    }

    /** Closes a ticket whose resolution nobody answered in time. */
    Decision closeUnanswered(String ticketNumber) {
        return desk.decide(ticketNumber, Person.SYSTEM, ticket -> ticket.closeUnanswered(silence, clock.instant()));
    }

    /** Warns of a clock that nears or has passed its target. */
    Decision warn(String ticketNumber) {
        return desk.decide(ticketNumber, Person.SYSTEM, ticket -> ticket.warn(clock.instant()));
    }
}
