package io.controlcenter.maintenance.changes.messaging;

import io.controlcenter.maintenance.changes.application.GcrJournal;
import io.controlcenter.maintenance.changes.application.GcrLog;
import io.controlcenter.maintenance.changes.application.Impacts;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.NoticeKind;
import io.controlcenter.maintenance.changes.domain.Window;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells each enterprise that a GCR hits what happened to it, with its own services and nobody else's. Read in one query
 * and written in one statement, for there can be thousands of enterprises.
 */
@Component
class GcrEventsOut implements GcrJournal {

    private static final String TOPIC = "maintenance.gcr.v1";
    private final Outbox outbox;
    private final Impacts impacts;
    private final GcrLog log;

    GcrEventsOut(Outbox outbox, Impacts impacts, GcrLog log) {
        this.outbox = outbox;
        this.impacts = impacts;
        this.log = log;
    }

    @Override
    public void tell(GcrSnapshot gcr, NoticeKind kind) {
        var shared = shared(gcr, kind);
        var events = new ArrayList<OutboxEvent>();
        byEnterprise(gcr.number())
                .forEach((enterprise, services) -> events.add(new OutboxEvent(
                        TOPIC,
                        kind.eventType(),
                        gcr.number().digits(),
                        enterprise,
                        null,
                        gcr.version(),
                        with(shared, services))));
        if (!events.isEmpty()) {
            outbox.appendAll(events);
        }
    }

    private Map<String, List<GcrMessages.NoticeService>> byEnterprise(GcrNumber number) {
        var services = new LinkedHashMap<String, List<GcrMessages.NoticeService>>();
        impacts.lines(number)
                .forEach(line -> services.computeIfAbsent(line.enterpriseId(), _ -> new ArrayList<>())
                        .add(service(number, line)));
        return services;
    }

    private GcrMessages.Notice shared(GcrSnapshot gcr, NoticeKind kind) {
        var work = gcr.work();
        return new GcrMessages.Notice(
                gcr.number().digits(),
                gcr.publishedSequence(),
                kind.name(),
                work.designation().name(),
                work.category().name(),
                work.title(),
                work.reason(),
                work.description(),
                work.thirdParty(),
                gcr.state().wire(),
                gcr.windows().stream()
                        .map(window -> window(gcr.number(), window))
                        .toList(),
                work.locations().stream()
                        .map(place -> new GcrMessages.NoticeLocation(place.city(), place.state(), place.country()))
                        .toList(),
                List.of(),
                log.entries(gcr.number()).stream()
                        .map(entry -> new GcrMessages.NoticeUpdate(entry.at(), entry.text()))
                        .toList());
    }

    private static GcrMessages.NoticeWindow window(GcrNumber gcr, Window window) {
        return new GcrMessages.NoticeWindow(
                gcr.windowId(window.number()),
                window.kind().name(),
                window.start(),
                window.end(),
                window.timeZone().getId(),
                window.state().wire(),
                window.overrun());
    }

    /** The provider knows no circuit id of the customer's own yet, so the alternative one is null. */
    private static GcrMessages.NoticeService service(GcrNumber gcr, Impacts.Line line) {
        return new GcrMessages.NoticeService(
                line.serviceId(),
                line.accountId(),
                line.circuitId(),
                null,
                line.bandwidth(),
                line.aLocation(),
                line.zLocation(),
                line.impact().name(),
                line.maxDurationMinutes(),
                line.orderNumber(),
                line.outcome().name(),
                gcr.windowId(line.window()));
    }

    private static GcrMessages.Notice with(GcrMessages.Notice shared, List<GcrMessages.NoticeService> services) {
        return new GcrMessages.Notice(
                shared.gcrNumber(),
                shared.sequence(),
                shared.notice(),
                shared.designation(),
                shared.category(),
                shared.title(),
                shared.reason(),
                shared.description(),
                shared.thirdParty(),
                shared.state(),
                shared.windows(),
                shared.locations(),
                services,
                shared.updates());
    }
}
