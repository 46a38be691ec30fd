package io.controlcenter.identity.users.messaging;

import io.controlcenter.identity.users.application.ChangingUsers;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Remembers who has chosen notifications, so that nobody is asked at sign-in again (handbook S61). */
@Component
class NotificationEventsIn {

    private final ChangingUsers users;

    NotificationEventsIn(ChangingUsers users) {
        this.users = users;
    }

    record SetupCompleted(String userId) {}

    @OnEvent(topic = "notification.setting.v1", type = "notification.setup.completed.v1")
    void completed(Event<SetupCompleted> event) {
        users.notificationSetupCompleted(event.data().userId());
    }
}
