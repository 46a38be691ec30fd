package io.controlcenter.order.ordering.domain;

import java.util.List;

/** What came of asking an order to do something: either it happened, or it did not and nothing changed. */
public sealed interface Outcome {

    record Done(List<OrderEvent> events) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}

    static Done done(OrderEvent... events) {
        return new Done(List.of(events));
    }
}
