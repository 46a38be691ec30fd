package io.controlcenter.order.carecontacts;

import io.controlcenter.order.ordering.application.OrderJournal;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** Contacts are planned from the assignment of a care manager to the end of the order. */
@Component
class FollowingOrders implements OrderJournal {

    private final CareContacts contacts;

    FollowingOrders(CareContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void write(OrderSnapshot order, List<OrderEvent> events, Person by) {
        if (order.state().isTerminal()) {
            contacts.end(order.orderNumber());
        } else if (events.stream().anyMatch(OrderEvent.CareManagerAssigned.class::isInstance)) {
            contacts.begin(order.orderNumber(), order.enterpriseId(), order.accountId());
        }
    }
}
