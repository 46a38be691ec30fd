package io.controlcenter.order.estimates;

import io.controlcenter.order.catalogue.Availability;
import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.pricing.RateCards;
import io.controlcenter.order.pricing.StandardIntervals;
import io.controlcenter.order.pricing.domain.Expedite;
import io.controlcenter.order.pricing.domain.OrderPricing;
import io.controlcenter.order.pricing.domain.StandardInterval;
import io.controlcenter.order.sites.Site;
import io.controlcenter.order.sites.Sites;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Estimates by the calculator that also prices the charges. */
@Component
class Estimating {

    private final Catalogue catalogue;
    private final Availability availability;
    private final Sites sites;
    private final RateCards cards;
    private final StandardIntervals intervals;
    private final ReadingOrders orders;
    private final OrderingSettings settings;
    private final Clock clock;

    Estimating(
            Catalogue catalogue,
            Availability availability,
            Sites sites,
            RateCards cards,
            StandardIntervals intervals,
            ReadingOrders orders,
            OrderingSettings settings,
            Clock clock) {
        this.catalogue = catalogue;
        this.availability = availability;
        this.sites = sites;
        this.cards = cards;
        this.intervals = intervals;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /** What these items would take if they were ordered today. */
    Estimate items(List<EstimateController.Item> items, @Nullable LocalDate wanted) {
        var known = sites.find(ids(items));
        requireSound(items, known, wanted);
        return estimate(items, known, clock.instant(), wanted, null);
    }

    /** What can still be done about an order; its dates count from its submittal. */
    Estimate order(String orderNumber, @Nullable LocalDate wanted) {
        var order = orders.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        if (wanted != null && wanted.isBefore(catalogue.today())) {
            throw Problem.unprocessable(Violation.invalid("/requestedDate", "This date has passed."));
        }
        var items = order.openItems().stream()
                .map(item -> new EstimateController.Item(item.product().code(), item.siteId()))
                .toList();
        var submittal = order.submittal();
        var known = sites.find(ids(items));
        var first = order.items().getFirst().siteId();
        var site = first == null ? null : sites.find(Set.of(first)).get(first);
        var pricing = cards.today(site == null ? null : site.country());
        return estimate(
                items,
                known,
                submittal == null ? clock.instant() : submittal.at(),
                wanted,
                UnderWay.of(order, pricing, settings.delayNoticeBusinessDays(), clock.instant()));
    }

    private Estimate estimate(
            List<EstimateController.Item> items,
            Map<String, Site> known,
            Instant submitted,
            @Nullable LocalDate wanted,
            Estimate.@Nullable UnderWay underWay) {
        var standard = cards.today(null);
        var estimated = items.stream()
                .map(item -> item(item, item.siteId() == null ? null : known.get(item.siteId()), submitted, wanted))
                .toList();
        return new Estimate(
                standard.calendar().dateOf(submitted),
                standard.card().effectiveFrom(),
                estimated.stream().anyMatch(item -> item.earliestStandardDate() == null)
                        ? null
                        : estimated.stream()
                                .map(Estimate.Item::earliestStandardDate)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null),
                wanted == null ? null : total(estimated, standard.card().currency()),
                estimated,
                underWay);
    }

    private static Set<String> ids(List<EstimateController.Item> items) {
        return items.stream()
                .map(EstimateController.Item::siteId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Money total(List<Estimate.Item> items, String currency) {
        return items.stream()
                .map(Estimate.Item::expediteFee)
                .filter(Objects::nonNull)
                .reduce(Money.zero(currency), Money::plus);
    }

    private Estimate.Item item(
            EstimateController.Item item, @Nullable Site site, Instant submitted, @Nullable LocalDate wanted) {
        var pricing = cards.today(site == null ? null : site.country());
        var on = pricing.calendar().dateOf(submitted);
        var interval = intervals.of(
                item.productCode(), site == null ? null : site.country(), site == null ? null : site.state(), on);
        return wanted == null ? open(item, interval, pricing, on) : wanted(item, interval, pricing, on, wanted);
    }

    private static Estimate.Item open(
            EstimateController.Item item, StandardInterval interval, OrderPricing pricing, LocalDate submitted) {
        return new Estimate.Item(
                item.productCode(),
                item.siteId(),
                interval.value(),
                interval.unit(),
                interval.from(submitted, pricing.calendar()).orElse(null),
                null,
                null,
                pricing.earlierDays(interval, submitted).stream()
                        .map(day -> new Estimate.EarlierDate(day.date(), day.days(), day.fee()))
                        .toList());
    }

    private static Estimate.Item wanted(
            EstimateController.Item item,
            StandardInterval interval,
            OrderPricing pricing,
            LocalDate submitted,
            LocalDate wanted) {
        return switch (pricing.expedite(interval, submitted, wanted)) {
            case Expedite.RequiresQuote() ->
                throw Problem.unprocessable(
                                "expedite-requires-quote",
                                "The date of %s is agreed case by case; ask for a quote.".formatted(item.productCode()))
                        .with("productCode", item.productCode());
            case Expedite.NotNeeded(var standard) ->
                priced(item, interval, standard, 0, Money.zero(pricing.card().currency()));
            case Expedite.Fee(var standard, var days, var fee) -> priced(item, interval, standard, days, fee);
        };
    }

    private static Estimate.Item priced(
            EstimateController.Item item, StandardInterval interval, LocalDate standard, int days, Money fee) {
        return new Estimate.Item(
                item.productCode(), item.siteId(), interval.value(), interval.unit(), standard, days, fee, List.of());
    }

    private void requireSound(
            List<EstimateController.Item> items, Map<String, Site> known, @Nullable LocalDate wanted) {
        var codes = items.stream().map(EstimateController.Item::productCode).collect(Collectors.toSet());
        var offered = catalogue.offered(codes);
        var coverage = availability.of(codes, known.keySet());
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var site = item.siteId() == null ? null : known.get(item.siteId());
            if (!offered.containsKey(item.productCode())) {
                violations.add(Violation.referenceNotFound(
                        "/items/" + i + "/productCode", "There is no such product offering today."));
            } else if (site != null && !coverage.has(item.productCode(), site)) {
                violations.add(Violation.invalid(
                        "/items/" + i + "/siteId", item.productCode() + " is not available at this site."));
            }
            if (item.siteId() != null && site == null) {
                violations.add(Violation.referenceNotFound("/items/" + i + "/siteId", "There is no such site."));
            }
        }
        if (wanted != null && wanted.isBefore(catalogue.today())) {
            violations.add(Violation.invalid("/requestedDate", "This date has passed."));
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }
}
