package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.EngagementFacts;
import io.controlcenter.notification.content.domain.Facts;
import io.controlcenter.notification.content.domain.InactivityFacts;
import io.controlcenter.notification.content.domain.RegistrationFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells of registrations, of accounts that nobody uses, and of meetings. */
@Component
class AccessEventsIn {

    private final Telling telling;

    AccessEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = "identity.registration.v1", type = "identity.registration.submitted.v1")
    void submitted(Event<RegistrationFacts.ToConfirm> event) {
        tell(Kind.REGISTRATION_TO_CONFIRM, event);
    }

    @OnEvent(topic = "identity.registration.v1", type = "identity.registration.pending-approval.v1")
    void pendingApproval(Event<RegistrationFacts.ToDecide> event) {
        tell(Kind.REGISTRATION_TO_DECIDE, event);
    }

    @OnEvent(topic = "identity.registration.v1", type = "identity.registration.rejected.v1")
    void rejected(Event<RegistrationFacts.Refused> event) {
        tell(Kind.REGISTRATION_REFUSED, event);
    }

    @OnEvent(topic = "identity.user.v1", type = "identity.user.inactivity-warning.v1")
    void unused(Event<InactivityFacts> event) {
        tell(Kind.INACTIVITY_WARNING, event);
    }

    @OnEvent(topic = "identity.engagement.v1", type = "identity.engagement.scheduled.v1")
    void scheduled(Event<EngagementFacts> event) {
        tell(Kind.ENGAGEMENT_SCHEDULED, event);
    }

    private void tell(Kind kind, Event<? extends Facts> event) {
        telling.tell(kind, event.data(), event.enterpriseId(), event.version());
    }
}
