package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.ChangeRequest;
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

    /** @param itemId null for the whole order */
    public Decision ask(String orderNumber, @Nullable String itemId, String reason, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> ask(order, itemId, reason, by));
    }

    private Outcome ask(Order order, @Nullable String itemId, String reason, Person by) {
        var before = order.snapshot();
        var wish = new ChangeRequest.Wish(itemId, null, reason, by, clock.instant());
        if (before.isDisconnect()) {
            var today = LocalDate.now(clock.withZone(accounts.zone(before.accountId())));
            return order.disconnecting().cancel(wish, settings.disconnectFreezeDays(), today);
        }
        return puttingOff.counted(order.cancelling().ask(wish, prices.cancellation(before, itemId)), order);
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
