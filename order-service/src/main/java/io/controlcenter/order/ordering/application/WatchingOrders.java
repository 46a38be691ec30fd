package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.Jeopardy;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Jeopardy and escalation. */
@Service
@Transactional
public class WatchingOrders {

    private final OrderDesk desk;
    private final OrderingSettings settings;
    private final Clock clock;

    WatchingOrders(OrderDesk desk, OrderingSettings settings, Clock clock) {
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param delayDays by how many days delivery is expected to be late */
    public record Danger(Jeopardy.Code code, String reason, String plan, int delayDays) {}

    public Decision endanger(String orderNumber, Danger danger, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> endanger(order, danger));
    }

    private Outcome endanger(Order order, Danger danger) {
        var level = level(order.snapshot(), danger.delayDays());
        return order.watching()
                .endanger(new Jeopardy(danger.code(), level, danger.reason(), danger.plan(), clock.instant()));
    }

    /** By the share of the time between submittal and the date that was promised that the delay makes up. */
    private Jeopardy.Level level(OrderSnapshot order, int delayDays) {
        var submittal = order.submittal();
        var commit = order.terms().customerCommitDate();
        var requested = order.terms().requestedDate();
        var due = commit == null && requested != null ? requested.date() : commit;
        var begun = submittal == null ? clock.instant() : submittal.at();
        var days =
                due == null ? 1 : Math.max(1, ChronoUnit.DAYS.between(LocalDate.ofInstant(begun, ZoneOffset.UTC), due));
        var percent = 100L * delayDays / days;
        if (percent >= settings.jeopardy().highPercent()) {
            return Jeopardy.Level.HIGH;
        }
        return percent >= settings.jeopardy().mediumPercent() ? Jeopardy.Level.MEDIUM : Jeopardy.Level.LOW;
    }

    public Decision clear(String orderNumber, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.watching().clear());
    }

    public Decision escalate(String orderNumber, String reason, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.watching().escalate(reason));
    }
}
