package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A planned network maintenance (GCR), as it concerns one enterprise. */
public record MaintenanceFacts(
        String gcrNumber,
        long sequence,
        String designation,
        @Nullable String title,
        @Nullable String reason,
        String state,
        List<Window> windows,
        List<Location> locations,
        List<Service> services,
        List<Update> updates)
        implements Facts {

    public record Window(
            String windowId,
            @Nullable String kind,
            Instant start,
            Instant end,
            @Nullable String timeZone,
            @Nullable String state) {

        private static final Set<String> AHEAD = Set.of("planned", "tentative", "scheduled", "inProgress");

        /** Whether work is under way or to come in it. */
        boolean isAhead() {
            return state == null || AHEAD.contains(state);
        }
    }

    public record Location(
            @Nullable String city,
            @Nullable String state,
            @Nullable String country) {}

    public record Service(
            String serviceId,
            String accountId,
            @Nullable String circuitId,
            @Nullable String altCircuitId,
            @Nullable String bandwidth,
            @Nullable String aLocation,
            @Nullable String zLocation,
            @Nullable String impact,
            @Nullable Integer maxDurationMinutes,
            @Nullable String orderNumber,
            @Nullable String outcome,
            @Nullable String windowId) {

        /** What the customer knows the service by. */
        public String label() {
            return circuitId == null ? serviceId : circuitId;
        }
    }

    public record Update(Instant at, String text) {}

    @Override
    public String subjectId() {
        return gcrNumber;
    }

    @Override
    public List<Contact> named() {
        return List.of();
    }

    @Override
    public List<Concern> concerns() {
        var services = new LinkedHashMap<String, TreeSet<String>>();
        this.services.forEach(service -> services.computeIfAbsent(service.accountId(), _ -> new TreeSet<>())
                .add(service.serviceId()));
        return services.entrySet().stream()
                .map(entry -> new Concern(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The same, with the services on these accounts only. */
    public MaintenanceFacts seenOn(Collection<String> accounts) {
        var visible = services.stream()
                .filter(service -> accounts.contains(service.accountId()))
                .toList();
        return new MaintenanceFacts(
                gcrNumber, sequence, designation, title, reason, state, windows, locations, visible, updates);
    }

    public boolean isEmergency() {
        return designation.equals("EMERGENCY");
    }
}
