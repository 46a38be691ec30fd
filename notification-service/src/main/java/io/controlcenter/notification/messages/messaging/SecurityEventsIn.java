package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.PasswordResetFacts;
import io.controlcenter.notification.content.domain.SecurityFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells people what happens to their access. */
@Component
class SecurityEventsIn {

    private final Telling telling;

    SecurityEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = "identity.user.v1", type = "identity.user.password-reset-requested.v1")
    void resetRequested(Event<PasswordResetFacts> event) {
        telling.tell(Kind.PASSWORD_RESET, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = "identity.user.v1", type = "identity.user.security-notice.v1")
    void changed(Event<SecurityFacts> event) {
        telling.tell(Kind.SECURITY_NOTICE, event.data(), event.enterpriseId(), event.version());
    }
}
