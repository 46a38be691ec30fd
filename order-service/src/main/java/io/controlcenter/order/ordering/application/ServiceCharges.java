package io.controlcenter.order.ordering.application;

import io.controlcenter.order.inventory.InstalledService;
import io.controlcenter.order.ordering.domain.Charge;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The complete set of what is charged for a service from its commencement on. */
public final class ServiceCharges {

    private ServiceCharges() {}

    /** The prices as ordered, and the monthly ones that were agreed on the way. */
    public static List<InstalledService.Charge> of(OrderSnapshot order, OrderItem item) {
        var id = order.orderNumber() + "/" + item.itemId();
        var name = item.product().name();
        var charges = new ArrayList<InstalledService.Charge>();
        charges.add(new InstalledService.Charge(id + "/MRC", "RECURRING", name, item.monthlyRecurring()));
        for (var charge : order.charges()) {
            if (item.itemId().equals(charge.itemId())) {
                charge.items().stream()
                        .filter(line -> line.state() == Charge.LineState.ACCEPTED
                                && line.priceType() == Charge.PriceType.RECURRING)
                        .forEach(line -> charges.add(new InstalledService.Charge(
                                line.chargeItemId(), "RECURRING", line.description(), line.amount())));
            }
        }
        var verb = item.action() == OrderItem.Action.MODIFY ? "Change, " : "Installation, ";
        charges.add(new InstalledService.Charge(id + "/NRC", "ONE_TIME", verb + name, item.nonRecurring()));
        return List.copyOf(charges);
    }
}
