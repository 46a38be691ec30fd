package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trouble comes back, on a circuit or at a site, and has a ticket of its own. */
public record ChronicFacts(
        String accountId,
        String scope,
        String serviceId,
        String circuitId,
        @Nullable String site,
        List<String> ticketNumbers,
        String chronicTicket,
        Instant at)
        implements Facts {

    @Override
    public String subjectId() {
        return chronicTicket;
    }

    @Override
    public String part() {
        return scope;
    }

    @Override
    public List<Contact> named() {
        return List.of();
    }

    @Override
    public List<Concern> concerns() {
        return List.of(new Concern(accountId, Set.of(serviceId)));
    }
}
