package io.controlcenter.order.ordering.messaging;

import io.controlcenter.order.ordering.application.ServiceCharges;
import io.controlcenter.order.ordering.domain.AcceptanceOutcome;
import io.controlcenter.order.ordering.domain.Letter;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.sites.Site;
import io.controlcenter.order.sites.Sites;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is told of the services of an order: named, installed, changed, gone. */
@Component
class ServiceNews {

    private final Sites sites;
    private final Clock clock;

    ServiceNews(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    OrderMessages.Acknowledged acknowledged(OrderSnapshot order, Letter letter) {
        var items = order.openItems();
        var known = sitesOf(items);
        return new OrderMessages.Acknowledged(
                order.orderNumber(),
                order.accountId(),
                new OrderMessages.IssuedLetter(letter.documentId(), letter.version(), letter.issuedAt()),
                order.careManager(),
                order.terms().contact(),
                items.stream()
                        .map(item -> new OrderMessages.AcknowledgedItem(
                                item.itemId(),
                                item.action().name(),
                                item.product().name(),
                                site(known, item).name(),
                                Objects.requireNonNull(item.serviceId())))
                        .toList());
    }

    OrderMessages.Accepted accepted(OrderSnapshot order, List<OrderItem> items, AcceptanceOutcome outcome) {
        var known = sitesOf(items);
        return new OrderMessages.Accepted(
                order.orderNumber(),
                order.accountId(),
                clock.instant(),
                outcome.name(),
                items.stream()
                        .map(item -> accepted(order, item, site(known, item)))
                        .toList());
    }

    private static OrderMessages.AcceptedItem accepted(OrderSnapshot order, OrderItem item, Site site) {
        var delivery = Objects.requireNonNull(item.delivery());
        return new OrderMessages.AcceptedItem(
                item.itemId(),
                item.action().name(),
                Objects.requireNonNull(item.serviceId()),
                delivery.circuitId(),
                item.product().code(),
                item.product().name(),
                new OrderMessages.AcceptedSite(
                        site.siteId(),
                        site.name(),
                        site.street(),
                        site.city(),
                        site.state(),
                        site.postalCode(),
                        site.country()),
                item.product().bandwidth(),
                null,
                site.oneLine(),
                ServiceCharges.of(order, item),
                delivery.commencementDate(),
                item.term().months());
    }

    OrderMessages.Disconnected disconnected(OrderSnapshot order, List<OrderItem> items) {
        var received = Objects.requireNonNull(order.submittal()).at();
        return new OrderMessages.Disconnected(
                order.orderNumber(),
                order.accountId(),
                clock.instant(),
                items.stream()
                        .filter(item -> item.delivery() != null)
                        .map(item -> new OrderMessages.DisconnectedItem(
                                item.itemId(),
                                item.action().name(),
                                Objects.requireNonNull(item.serviceId()),
                                Objects.requireNonNull(item.delivery()).circuitId(),
                                received,
                                Objects.requireNonNull(item.requested(order.terms()))
                                        .date(),
                                Objects.requireNonNull(item.delivery()).commencementDate()))
                        .toList());
    }

    private Map<String, Site> sitesOf(List<OrderItem> items) {
        return sites.find(
                items.stream().map(OrderItem::siteId).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** A submitted order has a site at every item. */
    private static Site site(Map<String, Site> known, OrderItem item) {
        return Objects.requireNonNull(known.get(Objects.requireNonNull(item.siteId())));
    }
}
