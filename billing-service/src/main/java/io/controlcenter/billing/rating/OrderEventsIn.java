package io.controlcenter.billing.rating;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** An accepted order starts the billing of its services. */
@Component
class OrderEventsIn {

    private final RatedServices services;

    OrderEventsIn(RatedServices services) {
        this.services = services;
    }

    @OnEvent(topic = "order.order.v1", type = "order.accepted.v1")
    void accepted(Event<AcceptedOrder> event) {
        services.install(Objects.requireNonNull(event.enterpriseId(), "whose order"), event.data());
    }
}
