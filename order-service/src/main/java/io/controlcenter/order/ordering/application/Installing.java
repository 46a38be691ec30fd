package io.controlcenter.order.ordering.application;

import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.inventory.InstalledService;
import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.ordering.domain.Acceptance;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes services and circuits of items that are delivered, changes those that exist, and ends others. */
@Component
class Installing {

    private final Catalogue catalogue;
    private final Inventory inventory;

    Installing(Catalogue catalogue, Inventory inventory) {
        this.catalogue = catalogue;
        this.inventory = inventory;
    }

    /** The circuit of each item: a new one for a new service, its own for one that exists. */
    Acceptance.Delivery deliveries(OrderSnapshot order) {
        var existing = inventory.find(order.items().stream()
                .filter(item -> item.action() != OrderItem.Action.ADD)
                .map(item -> Objects.requireNonNull(item.serviceId()))
                .collect(Collectors.toSet()));
        var fresh = new HashMap<String, Iterator<String>>();
        return (item, commencement) -> {
            var circuit = item.action() == OrderItem.Action.ADD
                    ? fresh.computeIfAbsent(item.product().code(), code -> circuits(order, code))
                            .next()
                    : Objects.requireNonNull(existing.get(item.serviceId())).circuitId();
            return new OrderItem.Delivery(circuit, commencement);
        };
    }

    private Iterator<String> circuits(OrderSnapshot order, String productCode) {
        var many = order.openItems().stream()
                .filter(item -> item.product().code().equals(productCode))
                .count();
        var product = catalogue.find(productCode).orElseThrow();
        return inventory.nextCircuitIds(product.circuitPrefix(), (int) many).iterator();
    }

    void install(OrderSnapshot order, List<OrderItem> items) {
        inventory.install(items.stream().map(item -> service(order, item)).toList());
    }

    private static InstalledService service(OrderSnapshot order, OrderItem item) {
        var delivery = Objects.requireNonNull(item.delivery());
        var charges = ServiceCharges.of(order, item);
        return InstalledService.commencing(
                Objects.requireNonNull(item.serviceId()),
                order.enterpriseId(),
                order.accountId(),
                delivery.circuitId(),
                item.product().code(),
                item.product().name(),
                item.product().bandwidth(),
                Objects.requireNonNull(item.siteId()),
                order.orderNumber(),
                monthly(item, charges),
                charges,
                delivery.commencementDate(),
                item.term().months(),
                item.term().endOfTerm());
    }

    private static Money monthly(OrderItem item, List<InstalledService.Charge> charges) {
        return charges.stream()
                .filter(charge -> charge.type().equals("RECURRING"))
                .map(InstalledService.Charge::amount)
                .reduce(Money.zero(item.monthlyRecurring().currency()), Money::plus);
    }

    void end(String orderNumber, List<OrderItem> items, LocalDate today) {
        for (var item : items) {
            inventory.disconnect(
                    Objects.requireNonNull(item.serviceId()),
                    orderNumber,
                    Objects.requireNonNull(item.delivery()).commencementDate(),
                    today);
        }
    }
}
