package io.controlcenter.billing.rating;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What orders do to what is billed: they start, change and stop services, and bring charges of their own. */
@Component
class OrderEventsIn {

    private static final String TOPIC = "order.order.v1";
    private final RatedServices services;
    private final OneTimeCharges oneTime;

    OrderEventsIn(RatedServices services, OneTimeCharges oneTime) {
        this.services = services;
        this.oneTime = oneTime;
    }

    @OnEvent(topic = TOPIC, type = "order.accepted.v1")
    void accepted(Event<AcceptedOrder> event) {
        services.install(enterprise(event), event.data());
    }

    @OnEvent(topic = TOPIC, type = "order.disconnected.v1")
    void disconnected(Event<DisconnectedOrder> event) {
        services.stop(enterprise(event), event.data());
    }

    @OnEvent(topic = TOPIC, type = "order.charge.billable.v1")
    void billable(Event<BillableCharge> event) {
        var charge = event.data();
        charge.items().stream()
                .filter(item -> item.priceType().equals("NON_RECURRING"))
                .forEach(item -> oneTime.add(charge(enterprise(event), charge, item), origin(charge)));
    }

    private static OneTimeCharges.NewCharge charge(
            String enterpriseId, BillableCharge charge, BillableCharge.Item item) {
        return new OneTimeCharges.NewCharge(
                charge.chargeId() + "/" + item.chargeItemId(),
                enterpriseId,
                charge.accountId(),
                charge.serviceId(),
                OneTimeCharges.Cause.of(charge.cause()),
                item.description(),
                item.amount(),
                charge.chargeDate(),
                charge.chargeId());
    }

    private static OneTimeCharges.Origin origin(BillableCharge charge) {
        var approver = charge.answeredBy();
        return new OneTimeCharges.Origin(
                charge.orderNumber(), charge.itemId(), approver == null ? null : approver.name(), charge.at());
    }

    private static String enterprise(Event<?> event) {
        return Objects.requireNonNull(event.enterpriseId(), "whose order");
    }
}
