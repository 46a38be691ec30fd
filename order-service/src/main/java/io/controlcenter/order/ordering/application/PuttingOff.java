package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.calendars.Calendars;
import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.NotReady;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer who is not ready on the date that was committed to (domain b.2, rule 4). */
@Service
@Transactional
public class PuttingOff {

    private final OrderDesk desk;
    private final Accounts accounts;
    private final Calendars calendars;
    private final AcceptingOrders accepting;
    private final AcceptanceRules rules;
    private final OrderPrices prices;
    private final OrderingSettings settings;
    private final Clock clock;

    PuttingOff(
            OrderDesk desk,
            Accounts accounts,
            Calendars calendars,
            AcceptingOrders accepting,
            AcceptanceRules rules,
            OrderPrices prices,
            OrderingSettings settings,
            Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.calendars = calendars;
        this.accepting = accepting;
        this.rules = rules;
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
    }

    public Decision report(String orderNumber, NotReady.Report report, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> report(order, report));
    }

    private Outcome report(Order order, NotReady.Report report) {
        var today = today(order);
        if (order.snapshot().terms().customerCommitDate() == null) {
            return order.notReady().report(report, new NotReady.Limits(today, 0, 0, today), clock.instant());
        }
        return order.notReady().report(report, limits(order), clock.instant());
    }

    private NotReady.Limits limits(Order order) {
        var rule = settings.customerNotReady();
        var calendar = calendars.standard();
        var original = NotReady.originalDue(order.snapshot());
        return new NotReady.Limits(
                calendar.plusBusinessDays(today(order), rule.noticeBusinessDays()),
                rule.longestDays(),
                rule.newDueDays(),
                calendar.plusBusinessDays(original, rule.commenceAfterBusinessDays()));
    }

    /**
     * To cancel an order, or to ask for another date of it, shortly before activation counts as not ready. About one of
     * several items it does not: the others can go on.
     *
     * @param asked what came of the wish
     */
    Outcome counted(Outcome asked, Order order) {
        if (!(asked instanceof Outcome.Done(var events)) || !isLate(order)) {
            return asked;
        }
        var wish = order.snapshot().requests().getLast().wish();
        if (wish.itemId() != null) {
            return asked;
        }
        var date = wish.date() == null ? null : wish.date().date();
        var counted = order.notReady().count(date, wish.reason(), limits(order), wish.at());
        return counted instanceof Outcome.Done(var more)
                ? new Outcome.Done(Stream.concat(events.stream(), more.stream()).toList())
                : counted;
    }

    /** From some hours before the day that was committed to until that is over; a day that was missed is not theirs. */
    private boolean isLate(Order order) {
        var due = order.snapshot().terms().customerCommitDate();
        if (due == null || today(order).isAfter(due)) {
            return false;
        }
        var zone = accounts.zone(order.snapshot().accountId());
        var from = due.atStartOfDay(zone)
                .toInstant()
                .minus(settings.customerNotReady().lateNotice());
        return !clock.instant().isBefore(from);
    }

    private LocalDate today(Order order) {
        return LocalDate.now(clock.withZone(accounts.zone(order.snapshot().accountId())));
    }

    /** @return whether the last day had passed */
    boolean expire(String orderNumber) {
        return desk.changed(orderNumber, Person.SYSTEM, order -> {
            var before = order.snapshot();
            return accepting.delivered(
                    order,
                    Person.SYSTEM,
                    delivery -> order.notReady()
                            .expire(
                                    rules.commencesWhenNotReady(before),
                                    prices.cancellation(before, null),
                                    today(order),
                                    delivery,
                                    clock.instant()));
        });
    }
}
