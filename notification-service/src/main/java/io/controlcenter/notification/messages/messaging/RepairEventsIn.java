package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.ChronicFacts;
import io.controlcenter.notification.content.domain.IncidentFacts;
import io.controlcenter.notification.content.domain.RfoFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells of incidents, reasons for outage and trouble that comes back. */
@Component
class RepairEventsIn {

    private static final String INCIDENTS = "repair.incident.v1";
    private final Telling telling;

    RepairEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = INCIDENTS, type = "repair.incident.declared.v1")
    void declared(Event<IncidentFacts> event) {
        telling.tell(Kind.INCIDENT_DECLARED, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = INCIDENTS, type = "repair.incident.updated.v1")
    void updated(Event<IncidentFacts> event) {
        telling.tell(Kind.INCIDENT_UPDATED, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = INCIDENTS, type = "repair.incident.closed.v1")
    void closed(Event<IncidentFacts> event) {
        telling.tell(Kind.INCIDENT_CLOSED, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = "repair.rfo.v1", type = "repair.rfo.delivered.v1")
    void delivered(Event<RfoFacts> event) {
        telling.tell(Kind.RFO_DELIVERED, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = "repair.chronic.v1", type = "repair.chronic.detected.v1")
    void chronic(Event<ChronicFacts> event) {
        telling.tell(Kind.CHRONIC_DETECTED, event.data(), event.enterpriseId(), event.version());
    }
}
