package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.Orders;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Acknowledges the orders that were submitted while no care manager was available, oldest first. */
@Component
class AssigningCareManagers implements DueWork {

    private static final int AT_ONCE = 50;
    private final Orders orders;
    private final CaringForOrders care;
    private final TransactionTemplate transaction;

    AssigningCareManagers(Orders orders, CaringForOrders care, TransactionTemplate transaction) {
        this.orders = orders;
        this.care = care;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "assign-care-managers";
    }

    @Override
    public int doDue(Instant now) {
        var waiting = transaction.execute(_ -> orders.waitingForCareManager(AT_ONCE));
        return (int) waiting.stream()
                .filter(orderNumber -> care.assignNext(orderNumber).isPresent())
                .count();
    }
}
