package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.ChangeRequest;
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

    public Decision ask(String orderNumber, RequestedDate wish, String reason, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> ask(order, wish, reason, by));
    }

    private Outcome ask(Order order, RequestedDate wish, String reason, Person by) {
        var before = order.snapshot();
        var now = clock.instant();
        var today = LocalDate.now(clock.withZone(accounts.zone(before.accountId())));
        if (wish.date().isBefore(today)) {
            throw Problem.unprocessable(Violation.invalid("/requestedDate", "This date has passed."));
        }
        var commit = before.terms().customerCommitDate();
        if (commit == null) {
            return order.dateChanging().ask(wish, reason, ChangeRequest.Price.FREE, wish.date(), false, by, now);
        }
        if (before.isDisconnect()) {
            var lastDay = commit.minusDays(settings.disconnectFreezeDays());
            return order.disconnecting().extend(wish, reason, lastDay, today, by, now);
        }
        requireReachable(before, wish);
        var asked = order.dateChanging()
                .ask(
                        wish,
                        reason,
                        prices.dateChange(before, wish),
                        commit.plusDays(settings.longestDelayDays()),
                        prices.isPastReturn(before),
                        by,
                        now);
        return puttingOff.counted(asked, order, wish.date(), reason);
    }

    private void requireReachable(OrderSnapshot order, RequestedDate wish) {
        if (wish.kind() == RequestedDate.Kind.EXPEDITE) {
            return;
        }
        OrderPrices.earliest(prices.expedites(order.items(), OrderPrices.submitted(order), wish.date()))
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
                    .filter(request -> request.isOpen() && request.wish() != null)
                    .map(request -> Objects.requireNonNull(request.wish()).date())
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
