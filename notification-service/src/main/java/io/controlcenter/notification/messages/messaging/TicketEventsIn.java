package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.NoteFacts;
import io.controlcenter.notification.content.domain.QuestionFacts;
import io.controlcenter.notification.content.domain.TicketFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells of repair tickets; internal notes stay inside. */
@Component
class TicketEventsIn {

    private static final String TOPIC = "repair.ticket.v1";
    private final Telling telling;

    TicketEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = TOPIC, type = "repair.ticket.created.v1")
    void created(Event<TicketFacts> event) {
        telling.tell(Kind.TICKET_CREATED, event.data(), event.enterpriseId(), event.version());
    }

    /** That it waits is told with the question. */
    @OnEvent(topic = TOPIC, type = "repair.ticket.state-changed.v1")
    void stateChanged(Event<TicketFacts> event) {
        if (!"pending".equals(event.data().state())) {
            status(event);
        }
    }

    @OnEvent(topic = TOPIC, type = "repair.ticket.resolved.v1")
    void resolved(Event<TicketFacts> event) {
        status(event);
    }

    @OnEvent(topic = TOPIC, type = "repair.ticket.closed.v1")
    void closed(Event<TicketFacts> event) {
        status(event);
    }

    @OnEvent(topic = TOPIC, type = "repair.ticket.information-required.v1")
    void informationRequired(Event<QuestionFacts> event) {
        telling.tell(Kind.TICKET_INFO_REQUIRED, event.data(), event.enterpriseId(), event.version());
    }

    /** One mail per version: a change of state that also has an event of its own is told once. */
    private void status(Event<TicketFacts> event) {
        telling.tell(Kind.TICKET_STATUS, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = TOPIC, type = "repair.ticket.note-added.v1")
    void noteAdded(Event<NoteFacts> event) {
        if (!event.data().internal()) {
            telling.tell(Kind.TICKET_UPDATED, event.data(), event.enterpriseId(), event.version());
        }
    }
}
