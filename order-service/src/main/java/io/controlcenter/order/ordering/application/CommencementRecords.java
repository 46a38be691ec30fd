package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.AcceptanceOutcome;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Instant;
import java.util.List;

/** Exactly one record per order item says when its service commences; nothing else starts billing (domain b.2, rule 10). */
public interface CommencementRecords {

    /** @param items those that commence */
    void write(OrderSnapshot order, List<OrderItem> items, AcceptanceOutcome outcome, Person by, Instant at);
}
