package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Maintenance that hits services which are diverse to each other at the same time, or no longer does. */
public record ConflictFacts(
        String conflictId,
        String kind,
        String groupName,
        List<String> gcrNumbers,
        @Nullable String ticketNumber,
        List<Service> services,
        Instant from,
        Instant until)
        implements Facts {

    public record Service(String serviceId, String circuitId, String accountId) {}

    @Override
    public String subjectId() {
        return conflictId;
    }

    @Override
    public List<Contact> named() {
        return List.of();
    }

    @Override
    public List<Concern> concerns() {
        var byAccount = new LinkedHashMap<String, TreeSet<String>>();
        services.forEach(service -> byAccount
                .computeIfAbsent(service.accountId(), _ -> new TreeSet<>())
                .add(service.serviceId()));
        return byAccount.entrySet().stream()
                .map(entry -> new Concern(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The same, with the services on these accounts only. */
    ConflictFacts seenOn(Collection<String> accounts) {
        var visible = services.stream()
                .filter(service -> accounts.contains(service.accountId()))
                .toList();
        return new ConflictFacts(conflictId, kind, groupName, gcrNumbers, ticketNumber, visible, from, until);
    }
}
