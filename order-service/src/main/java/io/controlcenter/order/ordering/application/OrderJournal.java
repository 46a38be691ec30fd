package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.util.List;

/** Told of everything that happened to an order, inside the transaction in which it happened. */
public interface OrderJournal {

    /** @param order as it is after the events */
    void write(OrderSnapshot order, List<OrderEvent> events, Person by);
}
