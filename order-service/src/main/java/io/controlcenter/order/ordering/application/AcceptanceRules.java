package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.OrderSnapshot;

/** What holds for the acceptance of each product; of several in an order, the one that is kindest to the customer. */
public interface AcceptanceRules {

    /** How many business days a customer has to answer the connection notice. */
    int windowDays(OrderSnapshot order);

    /** Whether installed services commence when the customer stays not ready, rather than being cancelled. */
    boolean commencesWhenNotReady(OrderSnapshot order);
}
