package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.CreditFacts;
import io.controlcenter.notification.content.domain.QuoteEndFacts;
import io.controlcenter.notification.content.domain.QuoteFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells of what comes before an order: the answer to a quote, its end, and the decision on credit. */
@Component
class QuoteEventsIn {

    private static final String TOPIC = "order.quote.v1";
    private final Telling telling;

    QuoteEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = TOPIC, type = "order.quote.state-changed.v1")
    void changed(Event<QuoteFacts> event) {
        if (event.data().answers()) {
            telling.tell(Kind.QUOTE_READY, event.data(), event.enterpriseId(), event.version());
        }
    }

    @OnEvent(topic = TOPIC, type = "order.quote.expiring.v1")
    void expiring(Event<QuoteEndFacts> event) {
        telling.tell(Kind.QUOTE_EXPIRING, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = "order.credit.v1", type = "order.credit.decided.v1")
    void decided(Event<CreditFacts> event) {
        telling.tell(Kind.CREDIT_DECIDED, event.data(), event.enterpriseId(), event.version());
    }
}
