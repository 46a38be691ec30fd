package io.controlcenter.order.ordering.application;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.domain.ChangeRequest;
import io.controlcenter.order.ordering.domain.NewCharge;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.controlcenter.order.pricing.RateCards;
import io.controlcenter.order.pricing.StandardIntervals;
import io.controlcenter.order.pricing.domain.ChangeKind;
import io.controlcenter.order.pricing.domain.Expedite;
import io.controlcenter.order.pricing.domain.OrderPricing;
import io.controlcenter.order.pricing.domain.StandardInterval;
import io.controlcenter.order.sites.Site;
import io.controlcenter.order.sites.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What dates, changes and cancellations of an order cost by the rate card: from the same calculator as the estimates, so
 * that what is charged equals what was estimated (handbook S28).
 */
@Component
class OrderPrices {

    private final RateCards cards;
    private final StandardIntervals intervals;
    private final Sites sites;
    private final Clock clock;

    OrderPrices(RateCards cards, StandardIntervals intervals, Sites sites, Clock clock) {
        this.cards = cards;
        this.intervals = intervals;
        this.sites = sites;
        this.clock = clock;
    }

    record ItemExpedite(OrderItem item, Expedite expedite) {}

    /** What delivery of each item on this date costs beyond its price, for an order submitted at that instant. */
    List<ItemExpedite> expedites(List<OrderItem> items, Instant submitted, LocalDate wanted) {
        var known = sites.find(
                items.stream().map(OrderItem::siteId).filter(Objects::nonNull).collect(Collectors.toSet()));
        var pricings = new HashMap<String, OrderPricing>();
        Map<Place, StandardInterval> found = new HashMap<>();
        return items.stream()
                .filter(item -> item.action() != OrderItem.Action.DELETE && item.isOpen())
                .map(item -> {
                    var site = item.siteId() == null ? null : known.get(item.siteId());
                    var country = site == null ? null : site.country();
                    var pricing = pricings.computeIfAbsent(String.valueOf(country), _ -> cards.today(country));
                    var on = pricing.calendar().dateOf(submitted);
                    var interval = found.computeIfAbsent(Place.of(item, site), place -> place.interval(intervals, on));
                    return new ItemExpedite(item, pricing.expedite(interval, on, wanted));
                })
                .toList();
    }

    private record Place(
            String product,
            @Nullable String country,
            @Nullable String state) {

        static Place of(OrderItem item, @Nullable Site site) {
            return new Place(
                    item.product().code(), site == null ? null : site.country(), site == null ? null : site.state());
        }

        StandardInterval interval(StandardIntervals intervals, LocalDate on) {
            return intervals.of(product, country, state, on);
        }
    }

    /** The date on which everything can be delivered without expedite; empty when a date is that early already. */
    static Optional<LocalDate> earliest(List<ItemExpedite> expedites) {
        return fees(expedites).map(Expedite.Fee::standardDate).max(Comparator.naturalOrder());
    }

    static boolean requiresQuote(List<ItemExpedite> expedites) {
        return expedites.stream().anyMatch(one -> one.expedite() instanceof Expedite.RequiresQuote);
    }

    private static Stream<Expedite.Fee> fees(List<ItemExpedite> expedites) {
        return expedites.stream()
                .map(ItemExpedite::expedite)
                .filter(Expedite.Fee.class::isInstance)
                .map(Expedite.Fee.class::cast);
    }

    /** A line for each item that is delivered earlier than standard. */
    static List<NewCharge.Line> lines(List<ItemExpedite> expedites) {
        return expedites.stream()
                .flatMap(one -> one.expedite() instanceof Expedite.Fee(var standard, var days, var fee)
                        ? Stream.of(NewCharge.Line.expedite(
                                "Expedite of item %s, %d days earlier than %s"
                                        .formatted(one.item().itemId(), days, standard),
                                fee))
                        : Stream.empty())
                .toList();
    }

    /** What a wish is about: the open item, or all that are open for null. */
    static List<OrderItem> open(OrderSnapshot order, @Nullable String itemId) {
        return order.items().stream().filter(OrderItem.open(itemId)).toList();
    }

    /**
     * What another date costs today: the change by its stage, and the expedite when it is earlier than standard.
     *
     * @param itemId null for the whole order
     */
    ChangeRequest.Price dateChange(OrderSnapshot order, @Nullable String itemId, RequestedDate wish) {
        var pricing = pricing(order);
        var lines = new ArrayList<NewCharge.Line>();
        var stage = pricing.stage(OrderProgress.of(order, pricing), today(pricing));
        var modification = pricing.modification(ChangeKind.DATE, stage);
        if (modification.amount().signum() > 0) {
            lines.add(NewCharge.Line.once("Change of date, " + words(stage), modification));
        }
        if (wish.kind() != RequestedDate.Kind.EXPEDITE) {
            return new ChangeRequest.Price(lines, false, null);
        }
        var expedites = expedites(open(order, itemId), submitted(order), wish.date());
        lines.addAll(lines(expedites));
        return new ChangeRequest.Price(
                lines, requiresQuote(expedites), earliest(expedites).orElse(null));
    }

    /** @param itemId null for the whole order */
    ChangeRequest.Price cancellation(OrderSnapshot order, @Nullable String itemId) {
        var pricing = pricing(order);
        var stage = pricing.stage(OrderProgress.of(order, pricing), today(pricing));
        var items = open(order, itemId);
        var charge = pricing.cancellation(
                stage, sum(order, items, OrderItem::monthlyRecurring), sum(order, items, OrderItem::nonRecurring));
        return charge.amount().signum() > 0
                ? new ChangeRequest.Price(
                        List.of(NewCharge.Line.once("Cancellation, " + words(stage), charge)), false, null)
                : ChangeRequest.Price.FREE;
    }

    private static String words(Enum<?> stage) {
        return stage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Money sum(OrderSnapshot order, List<OrderItem> items, Function<OrderItem, Money> price) {
        return items.stream()
                .map(price)
                .reduce(Money.zero(order.items().getFirst().monthlyRecurring().currency()), Money::plus);
    }

    /** Whether the rate card's last day for changes has passed. */
    boolean isPastReturn(OrderSnapshot order) {
        var pricing = pricing(order);
        return pricing.pointOfNoReturn(OrderProgress.of(order, pricing))
                .filter(day -> !today(pricing).isBefore(day))
                .isPresent();
    }

    /** The last day that leaves so many business days, where the order is delivered, before the commit date. */
    LocalDate lastNotice(OrderSnapshot order, LocalDate commit, int businessDays) {
        return pricing(order).calendar().minusBusinessDays(commit, businessDays);
    }

    private OrderPricing pricing(OrderSnapshot order) {
        var siteId = order.items().getFirst().siteId();
        var site = siteId == null ? null : sites.find(List.of(siteId)).get(siteId);
        return cards.today(site == null ? null : site.country());
    }

    private LocalDate today(OrderPricing pricing) {
        return pricing.calendar().dateOf(clock.instant());
    }

    static Instant submitted(OrderSnapshot order) {
        return Objects.requireNonNull(order.submittal()).at();
    }
}
