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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells each enterprise that a GCR hits what happened to it, with its own services and nobody else's. Read in one query
 * and written in one statement, for there can be thousands of enterprises.
 */
@Component
class GcrEventsOut implements GcrJournal {

    private static final String TOPIC = "maintenance.gcr.v1";
    private final Outbox outbox;
    private final GcrLog log;

    GcrEventsOut(Outbox outbox, GcrLog log) {
        this.outbox = outbox;
        this.log = log;
    }

    @Override
    public void tell(GcrSnapshot gcr, Map<String, NoticeKind> told, List<Impacts.Line> services) {
        var byEnterprise = services.stream()
                .filter(line -> line.isTold(gcr.publishedSequence()))
                .collect(Collectors.groupingBy(Impacts.Line::enterpriseId));
        var updates = log.entries(gcr.number()).stream()
                .map(entry -> new GcrMessages.NoticeUpdate(entry.at(), entry.text()))
                .toList();
        outbox.appendAll(told.entrySet().stream()
                .map(entry ->
                        event(gcr, entry.getKey(), view(gcr, entry.getValue(), updates, own(byEnterprise, entry))))
                .toList());
    }

    private static List<Impacts.Line> own(
            Map<String, List<Impacts.Line>> byEnterprise, Map.Entry<String, NoticeKind> told) {
        return byEnterprise.getOrDefault(told.getKey(), List.of());
    }

    private static OutboxEvent event(GcrSnapshot gcr, String enterprise, GcrMessages.Notice notice) {
        var type = NoticeKind.valueOf(notice.notice()).eventType();
        return new OutboxEvent(TOPIC, type, gcr.number().digits(), enterprise, null, gcr.version(), notice);
    }

    /** For an enterprise whose services all left the GCR it is cancelled. */
    private static GcrMessages.Notice view(
            GcrSnapshot gcr, NoticeKind kind, List<GcrMessages.NoticeUpdate> updates, List<Impacts.Line> own) {
        var seen = own.stream().anyMatch(Impacts.Line::isHit) ? gcr : gcr.spared();
        return notice(
                seen,
                kind,
                updates,
                own.stream().map(line -> service(gcr.number(), line)).toList());
    }

    private static GcrMessages.Notice notice(
            GcrSnapshot gcr,
            NoticeKind kind,
            List<GcrMessages.NoticeUpdate> updates,
            List<GcrMessages.NoticeService> services) {
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
                services,
                updates);
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
}
