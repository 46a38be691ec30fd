package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Kind;

/** What is told of a repair ticket. */
final class TicketNotices {

    private TicketNotices() {}

    static Notice of(Kind kind, TicketFacts ticket, Reader reader, Portal portal) {
        var opened = kind == Kind.TICKET_CREATED;
        var status = Words.of(ticket.displayStatus());
        var number = ticket.ticketNumber();
        var draft = new NoticeDraft(
                        "Repair ticket %s %s".formatted(number, opened ? "is opened" : "is now: " + status),
                        "Repair ticket",
                        Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(
                        opened
                                ? "We have your report and work on it until your service is restored."
                                : "Your repair ticket has a new status.")
                .fact("Ticket", number)
                .fact("Status", status)
                .fact("Service", ticket.serviceId())
                .fact("Account", ticket.accountId())
                .fact("Priority", ticket.priority())
                .fact("Impact", Words.of(ticket.observedImpact()))
                .fact("Reported", ticket.description())
                .fact("Reason", ticket.reason());
        found(draft, ticket);
        return draft.fact("As of", Words.moment(ticket.at(), reader.zone()))
                .action("View the ticket", portal.ticket(number))
                .headed(
                        opened ? "Ticket %s is opened".formatted(number) : "Ticket %s: %s".formatted(number, status),
                        opened
                                ? "We work on it until your service is restored."
                                : "The status is now: " + status + ".");
    }

    private static void found(NoticeDraft draft, TicketFacts ticket) {
        var technician = ticket.technician();
        if (technician != null) {
            draft.fact("Accountable technician", technician.name())
                    .fact("Technician's phone", technician.phone())
                    .fact("Technician's e-mail", technician.email());
        }
        var cause = ticket.rootCause();
        if (cause != null) {
            draft.fact("Root cause", cause.text() == null ? Words.of(cause.code()) : cause.text());
        }
        draft.fact("Resolution", ticket.resolution());
    }

    static Notice note(NoteFacts note, Reader reader, Portal portal) {
        var number = note.ticketNumber();
        return new NoticeDraft("Repair ticket " + number + ": new note", "Repair ticket", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say("A note was added to your repair ticket " + number + ":")
                .say(note.text())
                .fact("Ticket", number)
                .fact("Service", note.serviceId())
                .fact("Written by", note.source().equals("CUSTOMER") ? "Your side" : "Our side")
                .fact("Written", Words.moment(note.at(), reader.zone()))
                .action("Read and answer", portal.ticket(number))
                .headed("New note on ticket " + number, note.text());
    }
}
