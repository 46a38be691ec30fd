package io.controlcenter.billing.rating;

import io.controlcenter.billing.accounts.application.AccountOwners;
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
    private final AccountOwners owners;

    OrderEventsIn(RatedServices services, OneTimeCharges oneTime, AccountOwners owners) {
        this.services = services;
        this.oneTime = oneTime;
        this.owners = owners;
    }

    @OnEvent(topic = TOPIC, type = "order.accepted.v1")
    void accepted(Event<AcceptedOrder> event) {
        services.install(owner(event, event.data().accountId()), event.data());
    }

    @OnEvent(topic = TOPIC, type = "order.disconnected.v1")
    void disconnected(Event<DisconnectedOrder> event) {
        services.stop(owner(event, event.data().accountId()), event.data());
    }

    @OnEvent(topic = TOPIC, type = "order.charge.billable.v1")
    void billable(Event<BillableCharge> event) {
        var charge = event.data();
        var owner = owner(event, charge.accountId());
        charge.items().stream()
                .filter(item -> item.priceType().equals("NON_RECURRING"))
                .forEach(item -> oneTime.add(charge(owner, charge, item), origin(charge)));
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

    /** An order of an account that moved goes on under the enterprise that placed it. */
    private String owner(Event<?> event, String accountId) {
        return owners.actFor(accountId, Objects.requireNonNull(event.enterpriseId(), "whose order"));
    }
}
