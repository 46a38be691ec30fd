package io.controlcenter.identity.enterprises;

import io.controlcenter.identity.enterprises.ServiceReferences.ServiceReference;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the services that customers accept, and give up, under their accounts. */
@Component
class OrderEventsIn {

    private static final String ENDING = "DELETE";

    private final ServiceReferences services;

    OrderEventsIn(ServiceReferences services) {
        this.services = services;
    }

    record Accepted(String accountId, Instant acceptedAt, List<AcceptedItem> items) {}

    record AcceptedItem(
            String action,
            String serviceId,
            @Nullable String circuitId,
            String productCode,
            String productName,
            @Nullable Site site) {}

    record Site(String name, String city) {}

    record Disconnected(String accountId, Instant disconnectedAt, List<DisconnectedItem> items) {}

    record DisconnectedItem(String serviceId) {}

    @OnEvent(topic = "order.order.v1", type = "order.accepted.v1")
    void accepted(Event<Accepted> event) {
        var order = event.data();
        order.items().stream()
                .filter(item -> !item.action().equals(ENDING)) // order.disconnected tells of those
                .forEach(item -> services.installed(new ServiceReference(
                        item.serviceId(),
                        order.accountId(),
                        item.circuitId(),
                        item.productCode(),
                        item.productName(),
                        item.site() == null
                                ? null
                                : item.site().name() + ", " + item.site().city(),
                        ServiceReferences.Status.INSTALLED,
                        order.acceptedAt())));
    }

    @OnEvent(topic = "order.order.v1", type = "order.disconnected.v1")
    void disconnected(Event<Disconnected> event) {
        var order = event.data();
        order.items()
                .forEach(item -> services.disconnected(item.serviceId(), order.accountId(), order.disconnectedAt()));
    }
}
