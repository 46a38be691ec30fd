package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Account;
import io.controlcenter.order.catalogue.Availability;
import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.catalogue.ProductOffering;
import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.inventory.InstalledService;
import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.quotes.OrderableQuotes;
import io.controlcenter.order.sites.Sites;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the items of a draft of what is asked for, with everything that is wrong with it. */
@Component
class DraftingItems {

    private final Catalogue catalogue;
    private final Availability availability;
    private final Sites sites;
    private final Inventory inventory;
    private final OrderableQuotes quotes;
    private final Clock clock;

    DraftingItems(
            Catalogue catalogue,
            Availability availability,
            Sites sites,
            Inventory inventory,
            OrderableQuotes quotes,
            Clock clock) {
        this.catalogue = catalogue;
        this.availability = availability;
        this.sites = sites;
        this.inventory = inventory;
        this.quotes = quotes;
        this.clock = clock;
    }

    List<OrderItem> items(PlaceOrder wanted, Account account) {
        return wanted.quoteNumber() == null ? ordered(wanted, account) : quoted(wanted.quoteNumber(), account);
    }

    /** The quote that the order was drafted from is accepted by its submittal. */
    void acceptQuote(OrderSnapshot order) {
        if (order.quoteNumber() != null) {
            quotes.accept(order.quoteNumber(), order.orderNumber());
        }
    }

    private List<OrderItem> quoted(String quoteNumber, Account account) {
        var quote = quotes.orderable(quoteNumber);
        if (!quote.accountId().equals(account.accountId())) {
            throw Problem.unprocessable(Violation.invalid("/accountId", "The quote is for another account."));
        }
        var products = catalogue.find(quote.items().stream()
                .map(OrderableQuotes.QuotedItem::productCode)
                .collect(Collectors.toSet()));
        return quote.items().stream()
                .map(item -> new OrderItem(
                        item.itemId(),
                        OrderItem.Action.valueOf(item.action()),
                        product(Objects.requireNonNull(products.get(item.productCode()))),
                        item.siteId(),
                        new OrderItem.Term(item.termMonths(), EndOfTerm.ROLL),
                        item.monthlyRecurring(),
                        item.nonRecurring(),
                        OrderItem.Contacts.NONE,
                        OrderItem.Fulfilment.DRAFT,
                        item.serviceId(),
                        null))
                .toList();
    }

    private List<OrderItem> ordered(PlaceOrder wanted, Account account) {
        var sited = sites.find(collect(wanted, PlaceOrder.Item::siteId));
        var known = new Known(
                catalogue.offered(collect(wanted, PlaceOrder.Item::productCode)),
                inventory.find(collect(wanted, PlaceOrder.Item::serviceId)));
        var coverage = availability.of(collect(wanted, PlaceOrder.Item::productCode), sited.keySet());
        var violations = new ItemFindings(known.products(), sited, known.services(), coverage, account, today(account))
                .of(wanted);
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
        return wanted.items().stream()
                .map(item -> switch (item.action()) {
                    case ADD -> added(item, known);
                    case MODIFY -> modified(item, known);
                    case DELETE -> deleted(item, known);
                })
                .toList();
    }

    private LocalDate today(Account account) {
        return LocalDate.now(clock.withZone(account.zone()));
    }

    private record Known(Map<String, ProductOffering> products, Map<String, InstalledService> services) {}

    private static Set<String> collect(
            PlaceOrder wanted, java.util.function.Function<PlaceOrder.Item, @Nullable String> what) {
        var all = new HashSet<String>();
        for (var item : wanted.items()) {
            var one = what.apply(item);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private static OrderItem added(PlaceOrder.Item wanted, Known known) {
        var product = Objects.requireNonNull(known.products().get(wanted.productCode()));
        return item(
                wanted,
                product(product),
                wanted.siteId(),
                Objects.requireNonNull(wanted.termMonths()),
                product.monthlyRecurring(),
                product.nonRecurring());
    }

    /** What a change does not name stays as it is; the price of a product that stays does too. */
    private static OrderItem modified(PlaceOrder.Item wanted, Known known) {
        var service = Objects.requireNonNull(known.services().get(wanted.serviceId()));
        var product = wanted.productCode() == null ? null : known.products().get(wanted.productCode());
        return item(
                wanted,
                product == null ? product(service) : product(product),
                wanted.siteId() == null ? service.siteId() : wanted.siteId(),
                wanted.termMonths() == null ? service.termMonths() : wanted.termMonths(),
                product == null ? service.monthlyRecurring() : product.monthlyRecurring(),
                product == null ? Money.zero(service.monthlyRecurring().currency()) : product.nonRecurring());
    }

    private static OrderItem deleted(PlaceOrder.Item wanted, Known known) {
        var service = Objects.requireNonNull(known.services().get(wanted.serviceId()));
        return item(
                wanted,
                product(service),
                service.siteId(),
                service.termMonths(),
                service.monthlyRecurring(),
                Money.zero(service.monthlyRecurring().currency()));
    }

    private static OrderItem item(
            PlaceOrder.Item wanted,
            OrderItem.Product product,
            @Nullable String siteId,
            int termMonths,
            Money monthly,
            Money once) {
        return new OrderItem(
                wanted.itemId(),
                wanted.action(),
                product,
                siteId,
                new OrderItem.Term(termMonths, wanted.endOfTerm()),
                monthly,
                once,
                wanted.contacts(),
                OrderItem.Fulfilment.DRAFT,
                wanted.serviceId(),
                null);
    }

    private static OrderItem.Product product(ProductOffering product) {
        return new OrderItem.Product(product.code(), product.name(), product.bandwidth());
    }

    private static OrderItem.Product product(InstalledService service) {
        return new OrderItem.Product(service.productCode(), service.productName(), service.bandwidth());
    }

    /** The site exists, and the product is available there. */
    void requireSite(OrderItem item) {
        var siteId = item.siteId();
        if (siteId == null) {
            return;
        }
        var site = sites.find(List.of(siteId)).get(siteId);
        if (site == null) {
            throw Problem.unprocessable(Violation.referenceNotFound("/siteId", "There is no such site."));
        }
        var code = item.product().code();
        if (!availability.of(List.of(code), List.of(siteId)).has(code, site)) {
            throw Problem.unprocessable(Violation.invalid("/siteId", code + " is not available at this site."));
        }
    }
}
