package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A repair ticket waits for an answer of the customer's. */
public record QuestionFacts(
        String ticketNumber,
        String accountId,
        String serviceId,
        String question,
        TicketFacts.@Nullable Technician technician,
        List<Contact> contacts,
        Instant at)
        implements Facts {

    @Override
    public String subjectId() {
        return ticketNumber;
    }

    @Override
    public List<Contact> named() {
        return contacts;
    }

    @Override
    public List<Concern> concerns() {
        return List.of(new Concern(accountId, Set.of(serviceId)));
    }
}
