package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.inventory.InstalledService;
import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer's answer to the connection notice, which ends an order and starts its services. */
@Service
@Transactional
public class AcceptingOrders {

    private final OrderDesk desk;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Inventory inventory;
    private final CommencementRecords records;
    private final Clock clock;

    AcceptingOrders(
            OrderDesk desk,
            Accounts accounts,
            Catalogue catalogue,
            Inventory inventory,
            CommencementRecords records,
            Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.records = records;
        this.clock = clock;
    }

    /** Accepts: every item becomes an installed service, with exactly one commencement record. */
    public Decision accept(String orderNumber, LongConsumer expected, Person by) {
        var decision = desk.decide(orderNumber, expected, by, this::accepted);
        if (decision instanceof Decision.Made(var order)) {
            records.write(order, by, clock.instant());
            inventory.install(
                    order.items().stream().map(item -> installed(order, item)).toList());
        }
        return decision;
    }

    private Outcome accepted(Order order) {
        var zone = accounts.find(order.snapshot().accountId()).map(account -> account.zone());
        var today = LocalDate.now(clock.withZone(zone.orElse(ZoneId.of("UTC"))));
        return order.accept(today, this::deliver, clock.instant());
    }

    private OrderItem.Delivery deliver(OrderItem item, LocalDate commencement) {
        var product = catalogue.find(item.product().code()).orElseThrow();
        return new OrderItem.Delivery(inventory.nextCircuitId(product.circuitPrefix()), commencement);
    }

    private static InstalledService installed(OrderSnapshot order, OrderItem item) {
        var delivery = Objects.requireNonNull(item.delivery());
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
                item.monthlyRecurring(),
                List.of(new InstalledService.Charge(
                        order.orderNumber() + "/" + item.itemId() + "/MRC",
                        "RECURRING",
                        item.product().name(),
                        item.monthlyRecurring())),
                delivery.commencementDate(),
                item.termMonths(),
                EndOfTerm.ROLL);
    }

    public Decision reject(String orderNumber, @Nullable String reason, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.rejectAcceptance(reason));
    }
}
