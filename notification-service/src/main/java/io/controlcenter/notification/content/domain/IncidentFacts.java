package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An incident affects services of an enterprise. */
public record IncidentFacts(
        String incidentNumber,
        String title,
        String description,
        String state,
        List<String> serviceIds,
        List<String> accountIds,
        Instant startedAt,
        @Nullable Instant expectedEnd,
        Instant at)
        implements Facts {

    @Override
    public String subjectId() {
        return incidentNumber;
    }

    @Override
    public List<Contact> named() {
        return List.of();
    }

    @Override
    public List<Concern> concerns() {
        return accountIds.stream()
                .map(account -> new Concern(account, Set.copyOf(serviceIds)))
                .toList();
    }
}
