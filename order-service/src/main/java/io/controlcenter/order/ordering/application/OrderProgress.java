package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.controlcenter.order.pricing.domain.OrderPricing;
import io.controlcenter.order.pricing.domain.Progress;

/** How far an order is, as the rate card counts it: the same for what is estimated and for what is charged. */
public final class OrderProgress {

    private OrderProgress() {}

    public static Progress of(OrderSnapshot order, OrderPricing pricing) {
        var acknowledged = order.reachedAt(MilestoneCode.ACKNOWLEDGED);
        var requested = order.terms().requestedDate();
        var commit = order.terms().customerCommitDate();
        return new Progress(
                acknowledged == null ? null : pricing.calendar().dateOf(acknowledged),
                order.hasReached(MilestoneCode.DESIGN_COMPLETE),
                requested != null && requested.kind() == RequestedDate.Kind.EXPEDITE,
                commit == null && requested != null ? requested.date() : commit);
    }
}
