package io.controlcenter.order.ordering.domain;

import java.util.Optional;

/** All orders that the present transaction may see. */
public interface Orders {

    String nextNumber();

    Optional<Order> find(String orderNumber);

    /** @return the order as it was stored */
    OrderSnapshot add(Order order);

    /**
     * Saves a change; fails when somebody else changed the order since it was found.
     *
     * @param before as it was found; only what differs is written
     * @return the order as it was stored, with its new version
     */
    OrderSnapshot save(OrderSnapshot before, Order order);
}
