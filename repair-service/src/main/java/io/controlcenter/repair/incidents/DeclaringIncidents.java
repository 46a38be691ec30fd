package io.controlcenter.repair.incidents;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.repair.services.KnownService;
import io.controlcenter.repair.services.KnownServices;
import io.controlcenter.repair.ticketing.application.FollowingWork;
import io.controlcenter.repair.ticketing.domain.RootCause;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Declares, tells of and closes known incidents; the tickets of the affected services follow. */
@Service
@Transactional
class DeclaringIncidents {

    static final String TOPIC = "repair.incident.v1";

    private final Incidents incidents;
    private final KnownServices services;
    private final FollowingWork following;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    DeclaringIncidents(
            Incidents incidents,
            KnownServices services,
            FollowingWork following,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.incidents = incidents;
        this.services = services;
        this.following = following;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param startedAt when it began; null for now */
    record Declaration(
            String title,
            String description,
            @Nullable Instant startedAt,
            @Nullable Instant expectedEnd,
            List<String> serviceIds,
            List<String> circuitIds) {}

    /** @param expectedEnd null leaves it as it is */
    record News(
            String text,
            @Nullable IncidentState state,
            @Nullable Instant expectedEnd,
            List<String> serviceIds) {}

    Incidents.Row declare(Declaration declared, String by) {
        var now = clock.instant();
        var affected = affected(declared);
        if (declared.startedAt() != null && declared.startedAt().isAfter(now)) {
            throw Problem.unprocessable(Violation.invalid("/startedAt", "This is in the future."));
        }
        var incident = new Incidents.Row(
                incidents.nextNumber(),
                declared.title(),
                declared.description(),
                IncidentState.CREATED,
                declared.startedAt() == null ? now : declared.startedAt(),
                declared.expectedEnd(),
                null,
                now,
                null,
                1);
        incidents.add(incident, by);
        incidents.affect(incident.incidentNumber(), affected);
        incidents.log(incident.incidentNumber(), declared.description(), now);
        following.declared(incident.incidentNumber(), ids(affected));
        tell("repair.incident.declared.v1", incident, declared.description());
        audit.record(null, "incident.Declared", "incident", incident.incidentNumber(), null, incident);
        return incident;
    }

    private List<KnownService> affected(Declaration declared) {
        var found = services.installed(declared.serviceIds(), declared.circuitIds());
        var violations = new ArrayList<Violation>();
        unknown(
                declared.serviceIds(),
                found.stream().map(KnownService::serviceId).toList(),
                "/serviceIds/",
                violations);
        unknown(
                declared.circuitIds(),
                found.stream().map(KnownService::circuitId).toList(),
                "/circuitIds/",
                violations);
        if (found.isEmpty() && violations.isEmpty()) {
            violations.add(Violation.missing("/serviceIds", "Name the services or the circuits that are affected."));
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
        return found;
    }

    private static void unknown(List<String> asked, List<?> found, String pointer, List<Violation> violations) {
        for (int i = 0; i < asked.size(); i++) {
            if (!found.contains(asked.get(i))) {
                violations.add(Violation.referenceNotFound(pointer + i, "Nothing installed is known by this id."));
            }
        }
    }

    private static List<String> ids(List<KnownService> services) {
        return services.stream().map(KnownService::serviceId).toList();
    }

    Incidents.Row update(String number, News news, LongConsumer expected) {
        var before = require(number, expected);
        var next = news.state() == null ? before.state() : news.state();
        requireStep(before, next == IncidentState.CLOSED ? null : next);
        var more = news.serviceIds().isEmpty()
                ? List.<KnownService>of()
                : affected(new Declaration("", "", null, null, news.serviceIds(), List.of()));
        var after = new Incidents.Row(
                number,
                before.title(),
                before.description(),
                next,
                before.startedAt(),
                news.expectedEnd() == null ? before.expectedEnd() : news.expectedEnd(),
                null,
                before.declaredAt(),
                null,
                before.version() + 1);
        incidents.save(after, before.version());
        incidents.affect(number, more);
        incidents.log(number, news.text(), clock.instant());
        following.declared(number, ids(more));
        tell("repair.incident.updated.v1", after, news.text());
        audit.record(null, "incident.Updated", "incident", number, before, after);
        return after;
    }

    /** Resolves the tickets that follow it, too. */
    Incidents.Row close(String number, RootCause cause, String note, LongConsumer expected) {
        var before = require(number, expected);
        requireStep(before, IncidentState.CLOSED);
        var now = clock.instant();
        var after = new Incidents.Row(
                number,
                before.title(),
                before.description(),
                IncidentState.CLOSED,
                before.startedAt(),
                before.expectedEnd(),
                note,
                before.declaredAt(),
                now,
                before.version() + 1);
        incidents.save(after, before.version());
        incidents.log(number, note, now);
        following.closed(number, cause, note);
        tell("repair.incident.closed.v1", after, note);
        audit.record(null, "incident.Closed", "incident", number, before, after);
        return after;
    }

    private Incidents.Row require(String number, LongConsumer expected) {
        var incident = incidents.find(number).orElseThrow(() -> Problem.notFound("The incident " + number));
        expected.accept(incident.version());
        return incident;
    }

    /** @param next null for a step that has its own way */
    private static void requireStep(Incidents.Row incident, @Nullable IncidentState next) {
        var possible = incident.state().next();
        if (next == null || !possible.contains(next)) {
            throw Problem.conflict(
                            "incident-not-in-this-state",
                            "An incident that is %s does not become that here."
                                    .formatted(incident.state().wire()))
                    .with("state", incident.state().wire())
                    .with(
                            "possible",
                            possible.stream()
                                    .sorted(Comparator.naturalOrder())
                                    .map(IncidentState::wire)
                                    .toList());
        }
    }

    private void tell(String type, Incidents.Row incident, String description) {
        Map<String, List<Incidents.Affected>> byEnterprise =
                incidents.affected(List.of(incident.incidentNumber())).stream()
                        .collect(Collectors.groupingBy(
                                Incidents.Affected::enterpriseId, TreeMap::new, Collectors.toList()));
        outbox.appendAll(byEnterprise.entrySet().stream()
                .map(entry -> new OutboxEvent(
                        TOPIC,
                        type,
                        incident.incidentNumber(),
                        entry.getKey(),
                        null,
                        incident.version(),
                        IncidentMessage.of(incident, description, entry.getValue(), clock.instant())))
                .toList());
    }
}
