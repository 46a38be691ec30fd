package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.AcknowledgementFacts;
import io.controlcenter.notification.content.domain.MilestoneFacts;
import io.controlcenter.notification.content.domain.OrderFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells of orders: each key milestone once, the acknowledgement and the connection notice in mails of their own. */
@Component
class OrderEventsIn {

    private static final String TOPIC = "order.order.v1";
    private static final Set<String> COMMITTED = Set.of("CCD", "EXPECTED_COMPLETION");
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

    @OnEvent(topic = TOPIC, type = "order.rejected.v1")
    void rejected(Event<OrderFacts.Rejected> event) {
        tell(Kind.ORDER_REJECTED, event);
    }

    /** What was committed to; other dates follow from it, or are our own. */
    @OnEvent(topic = TOPIC, type = "order.date.changed.v1")
    void dateChanged(Event<OrderFacts.DateChanged> event) {
        if (COMMITTED.contains(event.data().kind())) {
            tell(Kind.ORDER_DATE_CHANGED, event);
        }
    }

    @OnEvent(topic = TOPIC, type = "order.jeopardy.raised.v1")
    void inJeopardy(Event<OrderFacts.InJeopardy> event) {
        tell(Kind.ORDER_JEOPARDY, event);
    }

    @OnEvent(topic = TOPIC, type = "order.charge.created.v1")
    void charged(Event<OrderFacts.Charged> event) {
        tell(Kind.ORDER_CHARGE_APPROVAL, event);
    }

    @OnEvent(topic = TOPIC, type = "order.charge.timed-out.v1")
    void chargeLapsed(Event<OrderFacts.Charged> event) {
        tell(Kind.ORDER_CHARGE_CLOSED, event);
    }

    @OnEvent(topic = TOPIC, type = "order.charge.withdrawn.v1")
    void chargeWithdrawn(Event<OrderFacts.Charged> event) {
        tell(Kind.ORDER_CHARGE_CLOSED, event);
    }

    /** Ours to the customer, the customer's to the care manager, if there is one already. */
    @OnEvent(topic = TOPIC, type = "order.note.added.v1")
    void noted(Event<OrderFacts.Noted> event) {
        var note = event.data();
        if (!note.isForCareManager() || note.customerCareManager() != null) {
            tell(Kind.ORDER_NOTE, event);
        }
    }

    @OnEvent(topic = TOPIC, type = "order.escalated.v1")
    void escalated(Event<OrderFacts.Escalated> event) {
        tell(Kind.ORDER_ESCALATED, event);
    }

    @OnEvent(topic = TOPIC, type = "order.care-contact.due.v1")
    void careContactDue(Event<OrderFacts.CareContactDue> event) {
        tell(Kind.CARE_CONTACT_DUE, event);
    }

    private void tell(Kind kind, Event<? extends OrderFacts> event) {
        telling.tell(kind, event.data(), event.enterpriseId(), event.version());
    }
}
