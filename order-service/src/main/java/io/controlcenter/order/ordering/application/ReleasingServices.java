package io.controlcenter.order.ordering.application;

import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Items that are over give back the services that they had taken and did not change or end. */
@Component
class ReleasingServices implements OrderJournal {

    private final Inventory inventory;

    ReleasingServices(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public void write(OrderSnapshot order, List<OrderEvent> events, Person by) {
        if (events.stream().noneMatch(ReleasingServices::endsItems)) {
            return;
        }
        var services = order.items().stream()
                .filter(item -> item.action() != OrderItem.Action.ADD && !item.isOpen())
                .map(item -> Objects.requireNonNull(item.serviceId()))
                .toList();
        if (!services.isEmpty()) {
            inventory.release(order.orderNumber(), services);
        }
    }

    private static boolean endsItems(OrderEvent event) {
        return switch (event) {
            case OrderEvent.StateChanged change -> change.to().isTerminal();
            case OrderEvent.ItemCancelled _, OrderEvent.ItemFailed _ -> true;
            default -> false;
        };
    }
}
