package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was reported: the part of a ticket that its customer writes.
 *
 * @param circuitId empty until the service was looked up
 * @param issueStartedAt when the trouble began, as far as the customer knows
 * @param accessHours when the site can be entered, in the customer's words
 * @param customerReference the customer's own number for it
 * @param relatedTickets numbers of other tickets that it has to do with
 * @param publicSafety whether people's safety depends on the service, such as an emergency number's lines
 */
public record Report(
        Kind kind,
        String serviceId,
        String circuitId,
        String description,
        ObservedImpact observedImpact,
        @Nullable Instant issueStartedAt,
        List<Contact> contacts,
        Authorisations authorisations,
        @Nullable String accessHours,
        @Nullable String customerReference,
        List<String> relatedTickets,
        Severity severity,
        boolean publicSafety) {

    public Report on(String circuit) {
        return new Report(
                kind,
                serviceId,
                circuit,
                description,
                observedImpact,
                issueStartedAt,
                contacts,
                authorisations,
                accessHours,
                customerReference,
                relatedTickets,
                severity,
                publicSafety);
    }

    public boolean names(Contact.Role role) {
        return contacts.stream().anyMatch(contact -> contact.role() == role);
    }

    /** As another report says it; what differs is named. */
    Taken<Report> amended(Report to) {
        var changed = differences(to);
        return changed.isEmpty() ? Taken.made(to) : Taken.made(to, new TicketEvent.Amended(changed));
    }

    private List<String> differences(Report other) {
        return Stream.of(
                        Objects.equals(description, other.description) ? "" : "description",
                        Objects.equals(contacts, other.contacts) ? "" : "contacts",
                        Objects.equals(authorisations, other.authorisations) ? "" : "authorisations",
                        Objects.equals(customerReference, other.customerReference) ? "" : "customerReference",
                        Objects.equals(issueStartedAt, other.issueStartedAt) ? "" : "issueStartedAt")
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
