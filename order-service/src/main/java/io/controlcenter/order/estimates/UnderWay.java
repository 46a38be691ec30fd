package io.controlcenter.order.estimates;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.application.OrderProgress;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.pricing.domain.ChangeKind;
import io.controlcenter.order.pricing.domain.OrderPricing;
import io.controlcenter.order.pricing.domain.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What changing or cancelling an order costs today, and after its next stage has begun. */
final class UnderWay {

    private UnderWay() {}

    /** @param noticeDays business days before the commit date, by which a delay has to be asked for */
    static Estimate.UnderWay of(OrderSnapshot order, OrderPricing pricing, int noticeDays, Instant now) {
        var today = pricing.calendar().dateOf(now);
        var progress = OrderProgress.of(order, pricing);
        var stage = pricing.stage(progress, today);
        var next = pricing.nextStage(progress, today).orElse(null);
        var later = next == null ? null : next.stage();
        var commit = order.terms().customerCommitDate();
        var pointOfNoReturn = pricing.pointOfNoReturn(progress).orElse(null);
        return new Estimate.UnderWay(
                order.orderNumber(),
                stage,
                later,
                next == null ? null : next.on(),
                Arrays.stream(ChangeKind.values())
                        .map(kind -> new Estimate.Modification(
                                kind, price(stage, later, at -> pricing.modification(kind, at))))
                        .toList(),
                price(stage, later, at -> cancellation(order, pricing, at)),
                commit == null ? null : pricing.calendar().minusBusinessDays(commit, noticeDays),
                pointOfNoReturn,
                pricing.daysToPointOfNoReturn(progress, today).orElse(null),
                isPast(order, pointOfNoReturn, today));
    }

    private static boolean isPast(OrderSnapshot order, @Nullable LocalDate pointOfNoReturn, LocalDate today) {
        return order.progress().pointOfNoReturn() != null
                || (pointOfNoReturn != null && !today.isBefore(pointOfNoReturn));
    }

    private static Estimate.Price price(Stage now, @Nullable Stage later, Function<Stage, Money> at) {
        return new Estimate.Price(at.apply(now), later == null ? null : at.apply(later));
    }

    private static Money cancellation(OrderSnapshot order, OrderPricing pricing, Stage stage) {
        return pricing.cancellation(
                stage, sum(order, OrderItem::monthlyRecurring), sum(order, OrderItem::nonRecurring));
    }

    private static Money sum(OrderSnapshot order, Function<OrderItem, Money> price) {
        return order.openItems().stream()
                .map(price)
                .reduce(Money.zero(order.items().getFirst().monthlyRecurring().currency()), Money::plus);
    }
}
