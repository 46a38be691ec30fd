package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Kind;
import java.util.Objects;

/** What is told of a repair ticket. */
final class TicketNotices {

    private TicketNotices() {}

    static Notice of(Kind kind, TicketFacts ticket, Reader reader, Portal portal) {
        var opened = kind == Kind.TICKET_CREATED;
        var status = Words.of(ticket.displayStatus());
        var number = ticket.ticketNumber();
        var draft = new NoticeDraft(
                        "Repair ticket %s %s".formatted(number, opened ? "is opened" : news(ticket, status)),
                        "Repair ticket",
                        Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(opened ? "We have your report and work on it until your service is restored." : sentence(ticket))
                .fact("Ticket", number)
                .fact("Status", status)
                .fact("Circuit", ticket.circuitId())
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
                        opened
                                ? "Ticket %s is opened".formatted(number)
                                : "Ticket %s %s".formatted(number, news(ticket, status)),
                        opened
                                ? "We work on it until your service is restored."
                                : "The status is now: " + status + ".");
    }

    /** Several steps show as one status in the portal, so a mail that named only that would seem to come twice. */
    private static String news(TicketFacts ticket, String status) {
        return switch (step(ticket)) {
            case "inProgress" -> "pending".equals(ticket.from()) ? "goes on" : "is being worked on";
            case "reopened" -> "is reopened";
            default -> "is now: " + status;
        };
    }

    private static String sentence(TicketFacts ticket) {
        return switch (step(ticket)) {
            case "assigned" -> "A technician answers for your ticket from now on until it is closed.";
            case "inProgress" ->
                "pending".equals(ticket.from())
                        ? "What we waited for is there, and work on your ticket goes on."
                        : "Work on your ticket has begun.";
            case "pending" -> "We cannot go on without what the reason below says. The time to restore stands still.";
            case "resolved" -> "Your service is restored. Please check it, then close the ticket or reopen it.";
            case "reopened" -> "Your ticket is reopened. The same technician answers for it.";
            default -> "Your repair ticket has a new status.";
        };
    }

    private static String step(TicketFacts ticket) {
        return Objects.requireNonNullElse(ticket.state(), "");
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
