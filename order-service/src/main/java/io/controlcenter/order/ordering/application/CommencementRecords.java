package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Instant;

/** Exactly one record per order item says when its service commences; nothing else starts billing (domain b.2, rule 10). */
public interface CommencementRecords {

    void write(OrderSnapshot order, Person by, Instant at);
}
