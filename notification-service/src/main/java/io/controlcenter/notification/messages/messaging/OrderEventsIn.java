package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.AcknowledgementFacts;
import io.controlcenter.notification.content.domain.MilestoneFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells of orders: each key milestone once, the acknowledgement and the connection notice in mails of their own. */
@Component
class OrderEventsIn {

    private static final String TOPIC = "order.order.v1";
    private final Telling telling;

    OrderEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = TOPIC, type = "order.acknowledged.v1")
    void acknowledged(Event<AcknowledgementFacts> event) {
        telling.tell(Kind.ORDER_ACKNOWLEDGED, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = TOPIC, type = "order.milestone.reached.v1")
    void reached(Event<MilestoneFacts> event) {
        var milestone = event.data();
        if (!milestone.key() || milestone.code().equals("ACKNOWLEDGED")) {
            return;
        }
        var kind = milestone.code().equals("CONNECTION_NOTICE_SENT") ? Kind.CONNECTION_NOTICE : Kind.ORDER_MILESTONE;
        telling.tell(kind, milestone, event.enterpriseId(), event.version());
    }
}
