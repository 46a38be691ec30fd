package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Kind;
import java.util.List;

/** What is told of maintenance that diverse services would feel together, and of questions about maintenance. */
final class ConflictNotices {

    private ConflictNotices() {}

    static Notice of(Kind kind, ConflictFacts conflict, Reader reader, Portal portal) {
        var gone = kind == Kind.MAINT_CONFLICT_RESOLVED;
        var name = conflict.groupName();
        var draft = new NoticeDraft(
                        (gone ? "No longer at risk together: " : "Diverse services at risk together: ") + name,
                        "Diversity",
                        gone ? Notice.Tone.GOOD : Notice.Tone.URGENT)
                .say(Words.hello(reader.name()))
                .say(gone ? relief(conflict) : warning(conflict))
                .fact("Diverse group", name)
                .fact("Conflict", conflict.conflictId())
                .fact("Scheduled Maintenance #", String.join(", ", conflict.gcrNumbers()))
                .fact("Repair ticket", conflict.ticketNumber())
                .fact(gone ? "It was (GMT)" : "At risk (GMT)", Words.gmt(conflict.from(), conflict.until()))
                .fact(
                        gone ? "It was (local time)" : "At risk (local time)",
                        Words.local(conflict.from(), conflict.until(), reader.zone()));
        draft.table(
                "Services of the group that are concerned",
                List.of("Circuit", "Service", "Account"),
                conflict.services().stream()
                        .map(service -> List.of(service.circuitId(), service.serviceId(), service.accountId()))
                        .toList());
        if (!gone) {
            draft.footnote(
                    "Ask for another time by the number of the conflict; the Network Change Management Team answers."
                            + " These services are marked as diverse in Control Center, where the mark can be changed.");
        }
        conflict.gcrNumbers().forEach(number -> draft.action("View maintenance " + number, portal.maintenance(number)));
        return draft.headed(
                gone ? name + ": no longer at risk together" : name + ": at risk together",
                gone
                        ? "Things have moved, and your diverse services are not at risk together any more."
                        : "From %s.".formatted(Words.moment(conflict.from(), reader.zone())));
    }

    private static String warning(ConflictFacts conflict) {
        if (conflict.ticketNumber() != null) {
            return "Maintenance is going to hit a service while another one that you keep diverse to it is down.";
        }
        return conflict.gcrNumbers().size() == 1
                ? "One maintenance is going to hit services that you keep diverse to each other, at the same time."
                : "Two maintenances are going to hit services that you keep diverse to each other, at the same time.";
    }

    private static String relief(ConflictFacts conflict) {
        return conflict.ticketNumber() != null
                ? "Either the service is restored or the maintenance has moved: the group is not at risk any more."
                : "The maintenance has moved or is over: the group is not at risk any more.";
    }

    static Notice answered(InquiryFacts inquiry, Reader reader, Portal portal) {
        var number = inquiry.inquiryNumber();
        var decided =
                inquiry.decision() == null ? "answered" : inquiry.decision().toLowerCase(java.util.Locale.ROOT);
        return new NoticeDraft(
                        "Your inquiry %s on Scheduled Maintenance #: %s is %s"
                                .formatted(number, inquiry.gcrNumber(), decided),
                        "Change management",
                        "DECLINED".equals(inquiry.decision()) ? Notice.Tone.CALM : Notice.Tone.GOOD)
                .say(Words.hello(reader.name()))
                .say(inquiry.answer())
                .fact("Inquiry", number)
                .fact("Scheduled Maintenance #", inquiry.gcrNumber())
                .fact("You asked for", Words.of(inquiry.type()))
                .fact("Decision", Words.of(inquiry.decision()))
                .fact("Your reference", inquiry.customerReference())
                .fact("You wrote", inquiry.text())
                .fact("Answered by", inquiry.answeredBy())
                .fact("Answered", Words.moment(inquiry.at(), reader.zone()))
                .action("View the maintenance", portal.maintenance(inquiry.gcrNumber()))
                .headed("Inquiry %s is %s".formatted(number, decided), String.valueOf(inquiry.answer()));
    }
}
