package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.BillingRequestFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells whoever made a billing request what becomes of it. */
@Component
class BillingRequestEventsIn {

    private static final String TOPIC = "billing.request.v1";
    private final Telling telling;

    BillingRequestEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = TOPIC, type = "billing.request.acknowledged.v1")
    void acknowledged(Event<BillingRequestFacts> event) {
        tell(Kind.BILLING_REQUEST_ACKNOWLEDGED, event);
    }

    @OnEvent(topic = TOPIC, type = "billing.dispute.resolved.v1")
    void resolved(Event<BillingRequestFacts> event) {
        tell(Kind.DISPUTE_RESOLVED, event);
    }

    @OnEvent(topic = TOPIC, type = "billing.request.note-added.v1")
    void noteAdded(Event<BillingRequestFacts> event) {
        tell(Kind.BILLING_REQUEST_UPDATED, event);
    }

    /** The acknowledgement, and the decision on a dispute, have messages of their own. */
    @OnEvent(topic = TOPIC, type = "billing.request.state-changed.v1")
    void stateChanged(Event<BillingRequestFacts> event) {
        var request = event.data();
        var toldBeside = request.state().equals("acknowledged")
                || (request.isDispute() && request.state().equals("resolved"));
        if (!toldBeside) {
            tell(Kind.BILLING_REQUEST_UPDATED, event);
        }
    }

    private void tell(Kind kind, Event<BillingRequestFacts> event) {
        telling.tell(kind, event.data(), event.enterpriseId(), event.version());
    }
}
