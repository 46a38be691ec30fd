package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.InvitationFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Invites people to sign in. */
@Component
class InvitationEventsIn {

    private final Telling telling;

    InvitationEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = "identity.user.v1", type = "identity.user.invited.v1")
    void invited(Event<InvitationFacts> event) {
        telling.tell(Kind.USER_INVITED, event.data(), event.enterpriseId(), event.version());
    }
}
