package io.controlcenter.repair.plannedwork;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the planned work in step with maintenance: each event tells all of a GCR that concerns its enterprise. */
@Component
class GcrEventsIn {

    private static final String TOPIC = "maintenance.gcr.v1";
    private final JdbcClient db;

    private final List<PlannedWorkWatch> watches;

    GcrEventsIn(JdbcClient db, List<PlannedWorkWatch> watches) {
        this.db = db;
        this.watches = watches;
    }

    record Gcr(
            String gcrNumber,
            long sequence,
            String title,
            String state,
            List<Window> windows,
            List<AffectedService> services) {}

    record Window(String windowId, Instant start, Instant end, String state, boolean overrun) {}

    record AffectedService(String serviceId, String accountId, String impact, String windowId) {}

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.scheduled.v1")
    void scheduled(Event<Gcr> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.rescheduled.v1")
    void rescheduled(Event<Gcr> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.postponed.v1")
    void postponed(Event<Gcr> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.cancelled.v1")
    void cancelled(Event<Gcr> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.started.v1")
    void started(Event<Gcr> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.extended.v1")
    void extended(Event<Gcr> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.alternate-invoked.v1")
    void alternateInvoked(Event<Gcr> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.completed.v1")
    void completed(Event<Gcr> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.not-completed.v1")
    void notCompleted(Event<Gcr> event) {
        keep(event);
    }

    /** What is older than what is known changes nothing, whatever arrives first. */
    private void keep(Event<Gcr> event) {
        var gcr = event.data();
        var newer = db.sql("""
                        insert into planned_work (gcr_number, enterprise_id, title, state, sequence, version)
                        values (:gcr, :enterprise, :title, :state, :sequence, :version)
                        on conflict (gcr_number, enterprise_id) do update set title = :title, state = :state,
                          sequence = :sequence, version = :version
                        where planned_work.version < :version""")
                .param("gcr", gcr.gcrNumber())
                .param("enterprise", event.enterpriseId())
                .param("title", gcr.title())
                .param("state", gcr.state())
                .param("sequence", gcr.sequence())
                .param("version", event.version())
                .update();
        if (newer == 1) {
            db.sql("delete from planned_window where gcr_number = :gcr and enterprise_id = :enterprise")
                    .param("gcr", gcr.gcrNumber())
                    .param("enterprise", event.enterpriseId())
                    .update();
            gcr.services()
                    .forEach(service -> gcr.windows().stream()
                            .filter(window -> window.windowId().equals(service.windowId()))
                            .findAny()
                            .ifPresent(window -> keep(event, service, window)));
            watches.forEach(watch -> watch.changed(gcr.gcrNumber()));
        }
    }

    private void keep(Event<Gcr> event, AffectedService service, Window window) {
        db.sql("""
                        insert into planned_window
                          (gcr_number, enterprise_id, account_id, service_id, window_id, impact, starts_at, ends_at, state,
                            overrun)
                        values (:gcr, :enterprise, :account, :service, :window, :impact, :start, :end, :state, :overrun)
                        on conflict do nothing""")
                .param("gcr", event.data().gcrNumber())
                .param("enterprise", event.enterpriseId())
                .param("account", service.accountId())
                .param("service", service.serviceId())
                .param("window", window.windowId())
                .param("state", window.state())
                .param("overrun", window.overrun())
                .param("impact", service.impact())
                .param("start", window.start().atOffset(ZoneOffset.UTC))
                .param("end", window.end().atOffset(ZoneOffset.UTC))
                .update();
    }
}
