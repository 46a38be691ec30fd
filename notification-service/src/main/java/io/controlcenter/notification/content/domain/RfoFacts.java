package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The reason for an outage was delivered. */
public record RfoFacts(
        String rfoNumber, String ticketNumber, String accountId, String serviceId, List<Contact> contacts, Instant at)
        implements Facts {

    @Override
    public String subjectId() {
        return rfoNumber;
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
