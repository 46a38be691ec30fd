package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.ChangeRequest;
import io.controlcenter.order.ordering.domain.DateChanging;
import io.controlcenter.order.ordering.domain.NewCharge;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer asks for another date, and the seller answers. */
@Service
@Transactional
public class ChangingDates {

    private final OrderDesk desk;
    private final OrderPrices prices;
    private final Accounts accounts;
    private final ChargingOrders charging;
    private final PuttingOff puttingOff;
    private final OrderingSettings settings;
    private final Clock clock;

    ChangingDates(
            OrderDesk desk,
            OrderPrices prices,
            Accounts accounts,
            ChargingOrders charging,
            PuttingOff puttingOff,
            OrderingSettings settings,
            Clock clock) {
        this.desk = desk;
        this.prices = prices;
        this.accounts = accounts;
        this.charging = charging;
        this.puttingOff = puttingOff;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param itemId null for the whole order */
    public Decision ask(
            String orderNumber,
            @Nullable String itemId,
            RequestedDate date,
            String reason,
            LongConsumer expected,
            Person by) {
        return desk.decide(
                orderNumber,
                expected,
                by,
                order -> ask(order, new ChangeRequest.Wish(itemId, date, reason, by, clock.instant()), date));
    }

    private Outcome ask(Order order, ChangeRequest.Wish wish, RequestedDate date) {
        var before = order.snapshot();
        var today = LocalDate.now(clock.withZone(accounts.zone(before.accountId())));
        if (date.date().isBefore(today)) {
            throw Problem.unprocessable(Violation.invalid("/requestedDate", "This date has passed."));
        }
        if (before.isDisconnect()) {
            return order.disconnecting().extend(wish, settings.disconnectFreezeDays(), today);
        }
        var commit = before.terms().customerCommitDate();
        if (commit == null) {
            var none = new DateChanging.Limits(date.date(), today, false);
            return order.dateChanging().ask(wish, ChangeRequest.Price.FREE, none, today);
        }
        requireReachable(before, wish.itemId(), date);
        var asked = order.dateChanging()
                .ask(wish, prices.dateChange(before, wish.itemId(), date), limits(before, commit), today);
        return puttingOff.counted(asked, order);
    }

    private DateChanging.Limits limits(OrderSnapshot order, LocalDate commit) {
        return new DateChanging.Limits(
                commit.plusDays(settings.longestDelayDays()),
                prices.lastNotice(order, commit, settings.delayNoticeBusinessDays()),
                prices.isPastReturn(order));
    }

    private void requireReachable(OrderSnapshot order, @Nullable String itemId, RequestedDate date) {
        if (date.kind() == RequestedDate.Kind.EXPEDITE) {
            return;
        }
        var items = OrderPrices.open(order, itemId);
        OrderPrices.earliest(prices.expedites(items, OrderPrices.submitted(order), date.date()))
                .ifPresent(earliest -> {
                    throw TooEarly.problem("/requestedDate", earliest);
                });
    }

    /**
     * @param commitDate null for the date that was asked for
     * @param quotedFee the fee of an expedite that no table knows; null otherwise
     */
    public Decision agree(
            String orderNumber,
            @Nullable LocalDate commitDate,
            @Nullable Money quotedFee,
            @Nullable String note,
            LongConsumer expected,
            Person by) {
        return desk.decide(orderNumber, expected, by, order -> {
            var wish = order.snapshot().requests().stream()
                    .filter(ChangeRequest::isOpen)
                    .map(request -> request.wish().date())
                    .filter(Objects::nonNull)
                    .map(RequestedDate::date)
                    .findAny();
            return order.dateChanging()
                    .agree(
                            commitDate == null ? wish.orElse(LocalDate.EPOCH) : commitDate,
                            quotedFee == null
                                    ? List.of()
                                    : List.of(NewCharge.Line.expedite("Expedite as quoted", quotedFee)),
                            charging.usualDue(),
                            note,
                            by,
                            clock.instant());
        });
    }

    public Decision refuse(String orderNumber, String reason, LongConsumer expected, Person by) {
        return desk.decide(
                orderNumber, expected, by, order -> order.dateChanging().refuse(reason, by, clock.instant()));
    }
}
