package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A repair ticket was opened or changed its status. */
public record TicketFacts(
        String ticketNumber,
        String accountId,
        @Nullable String serviceId,
        @Nullable String circuitId,
        @Nullable String priority,
        @Nullable String observedImpact,
        @Nullable String description,
        @Nullable String state,
        @Nullable String from,
        String displayStatus,
        @Nullable String reason,
        @Nullable Technician technician,
        @Nullable RootCause rootCause,
        @Nullable String resolution,
        List<Contact> contacts,
        Instant at)
        implements Facts {

    public record Technician(
            String name, @Nullable String phone, @Nullable String email) {}

    public record RootCause(
            @Nullable String code,
            @Nullable String party,
            @Nullable String text) {}

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
        return List.of(new Concern(accountId, serviceId == null ? Set.of() : Set.of(serviceId)));
    }
}
