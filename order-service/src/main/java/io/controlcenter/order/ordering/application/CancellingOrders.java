package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer cancels an order under way, and the seller answers. */
@Service
@Transactional
public class CancellingOrders {

    private final OrderDesk desk;
    private final OrderPrices prices;
    private final Accounts accounts;
    private final ChargingOrders charging;
    private final PuttingOff puttingOff;
    private final OrderingSettings settings;
    private final Clock clock;

    CancellingOrders(
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

    public Decision ask(String orderNumber, String reason, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> ask(order, reason, by));
    }

    private Outcome ask(Order order, String reason, Person by) {
        var before = order.snapshot();
        var now = clock.instant();
        var commit = before.terms().customerCommitDate();
        if (before.isDisconnect() && commit != null) {
            var today = LocalDate.now(clock.withZone(accounts.zone(before.accountId())));
            return order.disconnecting()
                    .cancel(reason, commit.minusDays(settings.disconnectFreezeDays()), today, by, now);
        }
        var asked = order.cancelling().ask(reason, prices.cancellation(before), by, now);
        return puttingOff.counted(asked, order, null, reason);
    }

    public Decision agree(String orderNumber, @Nullable String note, LongConsumer expected, Person by) {
        return desk.decide(
                orderNumber,
                expected,
                by,
                order -> order.cancelling().agree(charging.usualDue(), note, by, clock.instant()));
    }

    public Decision refuse(String orderNumber, String reason, LongConsumer expected, Person by) {
        return desk.decide(
                orderNumber, expected, by, order -> order.cancelling().refuse(reason, by, clock.instant()));
    }

    /** @return whether it is cancelled now */
    boolean finish(String orderNumber) {
        return desk.changed(
                orderNumber, Person.SYSTEM, order -> order.cancelling().finish(clock.instant()));
    }
}
