package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Kind;
import org.jspecify.annotations.Nullable;

/** What is told of repair beyond a ticket's own course: questions, reasons, trouble that comes back, incidents. */
final class RepairNotices {

    private static final String LABEL = "Repair ticket";

    private RepairNotices() {}

    static Notice question(QuestionFacts question, Reader reader, Portal portal) {
        var number = question.ticketNumber();
        var draft = new NoticeDraft("Repair ticket %s waits for you".formatted(number), LABEL, Notice.Tone.URGENT)
                .say(Words.hello(reader.name()))
                .say("We cannot go on with your repair ticket without an answer to this:")
                .say(question.question())
                .say(
                        "Work goes on as soon as you add a note with the answer. Until then the time to restore stands still.")
                .fact("Ticket", number)
                .fact("Service", question.serviceId())
                .fact("Account", question.accountId());
        var technician = question.technician();
        if (technician != null) {
            draft.fact("Accountable technician", technician.name())
                    .fact("Technician's phone", technician.phone())
                    .fact("Technician's e-mail", technician.email());
        }
        return draft.fact("Asked", Words.moment(question.at(), reader.zone()))
                .action("Answer", portal.ticket(number))
                .headed("Ticket %s waits for your answer".formatted(number), question.question());
    }

    static Notice rfo(RfoFacts rfo, Reader reader, Portal portal) {
        return new NoticeDraft(
                        "Reason for outage %s is there".formatted(rfo.rfoNumber()),
                        "Reason for outage",
                        Notice.Tone.GOOD)
                .say(Words.hello(reader.name()))
                .say("The document that explains the outage of ticket %s is ready. You find it with the ticket."
                        .formatted(rfo.ticketNumber()))
                .fact("Document", rfo.rfoNumber())
                .fact("Ticket", rfo.ticketNumber())
                .fact("Service", rfo.serviceId())
                .fact("Account", rfo.accountId())
                .fact("Delivered", Words.moment(rfo.at(), reader.zone()))
                .action("Get the document", portal.ticket(rfo.ticketNumber()))
                .headed(
                        "The reason for your outage is written down",
                        "Document %s of ticket %s.".formatted(rfo.rfoNumber(), rfo.ticketNumber()));
    }

    static Notice chronic(ChronicFacts chronic, Reader reader, Portal portal) {
        var atSite = chronic.scope().equals("SITE") && chronic.site() != null;
        var where = atSite ? "the site " + chronic.site() : "circuit " + chronic.circuitId();
        return new NoticeDraft("Trouble comes back at %s".formatted(where), LABEL, Notice.Tone.URGENT)
                .say(Words.hello(reader.name()))
                .say(
                        "Several tickets in a short time say that the trouble at %s is not cured. We look for what is behind"
                                        .formatted(where)
                                + " it, in a ticket of its own.")
                .fact("Ticket", chronic.chronicTicket())
                .fact("Circuit", chronic.circuitId())
                .fact("Site", chronic.site())
                .fact("Service", chronic.serviceId())
                .fact("Account", chronic.accountId())
                .fact("Earlier tickets", String.join(", ", chronic.ticketNumbers()))
                .fact("Found", Words.moment(chronic.at(), reader.zone()))
                .action("View the ticket", portal.ticket(chronic.chronicTicket()))
                .headed(
                        "We treat this trouble as chronic",
                        "Ticket %s looks for what is behind it.".formatted(chronic.chronicTicket()));
    }

    static Notice incident(Kind kind, IncidentFacts incident, Reader reader, Portal portal) {
        var over = kind == Kind.INCIDENT_CLOSED;
        var number = incident.incidentNumber();
        var news =
                switch (kind) {
                    case INCIDENT_CLOSED -> "is over";
                    case INCIDENT_UPDATED -> "has news";
                    default -> "affects your services";
                };
        return new NoticeDraft(
                        "Incident %s %s: %s".formatted(number, news, shortened(incident.title())),
                        "Incident",
                        over ? Notice.Tone.GOOD : Notice.Tone.URGENT)
                .say(Words.hello(reader.name()))
                .say(incident.description())
                .say(
                        over
                                ? "Your tickets that follow it are resolved. Please check your services, then close or reopen them."
                                : "You need not open a ticket for it: those of the affected services follow it by themselves.")
                .fact("Incident", number)
                .fact("What", incident.title())
                .fact("Services", String.join(", ", incident.serviceIds()))
                .fact("Began", Words.moment(incident.startedAt(), reader.zone()))
                .fact("Expected to end", over ? null : moment(incident, reader))
                .fact("As of", Words.moment(incident.at(), reader.zone()))
                .action("View your tickets", portal.newTicket())
                .headed("Incident %s %s".formatted(number, news), incident.description());
    }

    private static @Nullable String moment(IncidentFacts incident, Reader reader) {
        var end = incident.expectedEnd();
        return end == null ? null : Words.moment(end, reader.zone());
    }

    private static String shortened(String title) {
        return title.length() <= 60 ? title : title.substring(0, 59) + "…";
    }
}
