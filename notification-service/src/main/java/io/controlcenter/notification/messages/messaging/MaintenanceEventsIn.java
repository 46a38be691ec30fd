package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.MaintenanceFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells of scheduled maintenance. Each event is one enterprise's own. */
@Component
class MaintenanceEventsIn {

    private static final String TOPIC = "maintenance.gcr.v1";
    private final Telling telling;

    MaintenanceEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.tentative.v1")
    void tentative(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_TENTATIVE, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.scheduled.v1")
    void scheduled(Event<MaintenanceFacts> event) {
        tell(event.data().isEmergency() ? Kind.MAINT_EMERGENCY : Kind.MAINT_SCHEDULED, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.rescheduled.v1")
    void rescheduled(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_RESCHEDULED, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.postponed.v1")
    void postponed(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_POSTPONED, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.cancelled.v1")
    void cancelled(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_CANCELLED, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.started.v1")
    void started(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_STARTED, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.extended.v1")
    void extended(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_EXTENDED, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.completed.v1")
    void completed(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_COMPLETED, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.not-completed.v1")
    void notCompleted(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_NOT_COMPLETED, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.alternate-invoked.v1")
    void alternateInvoked(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_ALTERNATE, event);
    }

    @OnEvent(topic = TOPIC, type = "maintenance.gcr.reminder-due.v1")
    void reminderDue(Event<MaintenanceFacts> event) {
        tell(Kind.MAINT_REMINDER, event);
    }

    private void tell(Kind kind, Event<MaintenanceFacts> event) {
        telling.tell(kind, event.data(), event.enterpriseId(), event.version());
    }
}
