package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Account;
import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.catalogue.ProductOffering;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.OrderState;
import io.controlcenter.order.ordering.domain.Orders;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.order.ordering.domain.Terms;
import io.controlcenter.order.sites.Sites;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a draft to a submitted order. */
@Service
@Transactional
public class PlacingOrders {

    private final OrderDesk desk;
    private final Orders orders;
    private final Catalogue catalogue;
    private final Sites sites;
    private final CaringForOrders care;
    private final Clock clock;

    PlacingOrders(OrderDesk desk, Orders orders, Catalogue catalogue, Sites sites, CaringForOrders care, Clock clock) {
        this.desk = desk;
        this.orders = orders;
        this.catalogue = catalogue;
        this.sites = sites;
        this.care = care;
        this.clock = clock;
    }

    /** Prices are those of the catalogue on this day, and stay. */
    public OrderSnapshot draft(PlaceOrder wanted, Account account, Person by) {
        var products = catalogue.find(
                wanted.items().stream().map(PlaceOrder.Item::productCode).collect(Collectors.toSet()));
        requireSound(wanted, account, products);
        var items = wanted.items().stream()
                .map(item -> item(item, Objects.requireNonNull(products.get(item.productCode()))))
                .toList();
        var draft = new OrderSnapshot(
                orders.nextNumber(),
                account.enterpriseId(),
                account.accountId(),
                OrderState.DRAFT,
                new Terms(wanted.externalId(), wanted.requestedDate(), null, wanted.contact()),
                items,
                List.of(),
                null,
                null,
                null,
                clock.instant(),
                by,
                null,
                null,
                0);
        return desk.open(draft, by);
    }

    private static OrderItem item(PlaceOrder.Item wanted, ProductOffering product) {
        return new OrderItem(
                wanted.itemId(),
                OrderItem.Action.ADD,
                new OrderItem.Product(product.code(), product.name(), product.bandwidth()),
                wanted.siteId(),
                wanted.termMonths(),
                product.monthlyRecurring(),
                product.nonRecurring(),
                OrderItem.State.PENDING,
                null,
                null,
                null);
    }

    private void requireSound(PlaceOrder wanted, Account account, Map<String, ProductOffering> products) {
        var violations = new ArrayList<Violation>();
        var siteIds = wanted.items().stream()
                .map(PlaceOrder.Item::siteId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var known = sites.find(siteIds).keySet();
        var itemIds = new HashSet<String>();
        for (int i = 0; i < wanted.items().size(); i++) {
            var item = wanted.items().get(i);
            var at = "/items/" + i;
            if (!itemIds.add(item.itemId())) {
                violations.add(Violation.invalid(at + "/itemId", "Another item of this order has this id."));
            }
            if (!products.containsKey(item.productCode())) {
                violations.add(Violation.referenceNotFound(at + "/productCode", "There is no such product offering."));
            }
            if (item.siteId() != null && !known.contains(item.siteId())) {
                violations.add(Violation.referenceNotFound(at + "/siteId", "There is no such site."));
            }
        }
        requireFuture(new Terms(null, wanted.requestedDate(), null, null), account, violations);
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private void requireFuture(Terms terms, Account account, List<Violation> violations) {
        var requested = terms.requestedDate();
        if (requested != null && requested.date().isBefore(LocalDate.now(clock.withZone(account.zone())))) {
            violations.add(Violation.invalid("/requestedDate/date", "This date has passed."));
        }
    }

    public Decision change(
            String orderNumber, Account account, LongConsumer expected, UnaryOperator<Terms> change, Person by) {
        return desk.decide(orderNumber, expected, by, order -> {
            var terms = change.apply(order.snapshot().terms());
            var violations = new ArrayList<Violation>();
            if (!Objects.equals(terms.requestedDate(), order.snapshot().terms().requestedDate())) {
                requireFuture(terms, account, violations);
            }
            if (!violations.isEmpty()) {
                throw Problem.unprocessable(violations);
            }
            return order.change(terms);
        });
    }

    public Decision confirmRequirements(String orderNumber, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.confirmRequirements(clock.instant()));
    }

    /** Submits, and has the order acknowledged at once when a care manager is there to name. */
    public Decision submit(String orderNumber, LongConsumer expected, Person by) {
        var decision = desk.decide(orderNumber, expected, by, (Order order) -> order.submit(by, clock.instant()));
        return decision instanceof Decision.Made
                ? care.assignNext(orderNumber).<Decision>map(Decision.Made::new).orElse(decision)
                : decision;
    }
}
