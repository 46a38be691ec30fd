package io.controlcenter.order.ordering.application;

import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** An order that is over gives back the services that it had taken and did not change or end. */
@Component
class ReleasingServices implements OrderJournal {

    private final Inventory inventory;

    ReleasingServices(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public void write(OrderSnapshot order, List<OrderEvent> events, Person by) {
        var over = events.stream()
                .anyMatch(event -> event instanceof OrderEvent.StateChanged change
                        && change.to().isTerminal());
        if (over) {
            inventory.release(order.orderNumber());
        }
    }
}
