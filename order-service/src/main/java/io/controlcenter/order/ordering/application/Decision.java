package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Refusal;

/** What came of a use case: the order as it is now, or why it stayed as it was. */
public sealed interface Decision {

    record Made(OrderSnapshot order) implements Decision {}

    record Refused(Refusal why) implements Decision {}
}
