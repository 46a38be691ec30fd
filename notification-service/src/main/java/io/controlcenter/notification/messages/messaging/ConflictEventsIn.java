package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.ConflictFacts;
import io.controlcenter.notification.content.domain.InquiryFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells of diverse services at risk together, and of answers of the change management team. */
@Component
class ConflictEventsIn {

    private static final String CONFLICTS = "maintenance.conflict.v1";
    private final Telling telling;

    ConflictEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = CONFLICTS, type = "maintenance.conflict.detected.v1")
    void detected(Event<ConflictFacts> event) {
        telling.tell(Kind.MAINT_CONFLICT, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = CONFLICTS, type = "maintenance.conflict.resolved.v1")
    void resolved(Event<ConflictFacts> event) {
        telling.tell(Kind.MAINT_CONFLICT_RESOLVED, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = "maintenance.inquiry.v1", type = "maintenance.inquiry.answered.v1")
    void answered(Event<InquiryFacts> event) {
        telling.tell(Kind.MAINT_INQUIRY_ANSWERED, event.data(), event.enterpriseId(), event.version());
    }
}
