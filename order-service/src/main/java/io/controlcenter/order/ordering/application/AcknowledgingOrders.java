package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.credit.CreditStanding;
import io.controlcenter.order.domain.Money;
import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.Disconnecting;
import io.controlcenter.order.ordering.domain.Letter;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.order.ordering.domain.Placement;
import io.controlcenter.order.ordering.domain.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A submitted order is acknowledged once it has its care manager and the credit that it needs (handbook S13, S18). */
@Service
@Transactional
class AcknowledgingOrders {

    private final OrderDesk desk;
    private final Inventory inventory;
    private final Letters letters;
    private final CreditStanding credit;
    private final Accounts accounts;
    private final OrderingSettings settings;
    private final Clock clock;

    AcknowledgingOrders(
            OrderDesk desk,
            Inventory inventory,
            Letters letters,
            CreditStanding credit,
            Accounts accounts,
            OrderingSettings settings,
            Clock clock) {
        this.desk = desk;
        this.inventory = inventory;
        this.letters = letters;
        this.credit = credit;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether it does not wait any more */
    boolean tryAgain(String orderNumber) {
        var decision = desk.decide(orderNumber, Person.SYSTEM, this::acknowledge);
        return decision instanceof Decision.Made(var order) && order.progress().waitingFor() == null;
    }

    Outcome acknowledge(Order order) {
        var now = clock.instant();
        var before = order.snapshot();
        var standing = standing(before);
        if (standing.declined()) {
            var error = new Progress.TerminationError(
                    "/accountId", "credit-declined", "The credit that this order needs was declined.");
            return order.placement().reject(List.of(error), now);
        }
        return order.placement()
                .acknowledge(
                        credit(standing),
                        inventory::nextServiceIds,
                        version -> letter(order, version, now),
                        disconnectOn(before),
                        now);
    }

    Letter letter(Order order, int version, Instant at) {
        var named = order.snapshot();
        return letters.issue(named, Objects.requireNonNull(named.careManager()), version, at);
    }

    private CreditStanding.Standing standing(OrderSnapshot order) {
        if (order.isDisconnect()) {
            return CreditStanding.Standing.NOT_NEEDED;
        }
        var currency = order.items().getFirst().monthlyRecurring().currency();
        var monthly = order.items().stream()
                .filter(item -> item.action() == OrderItem.Action.ADD)
                .map(OrderItem::monthlyRecurring)
                .reduce(Money.zero(currency), Money::plus);
        return credit.of(order.enterpriseId(), order.accountId(), monthly);
    }

    private static Placement.Credit credit(CreditStanding.Standing standing) {
        if (!standing.needed()) {
            return Placement.Credit.NOT_NEEDED;
        }
        return standing.approved() ? Placement.Credit.APPROVED : Placement.Credit.AWAITED;
    }

    private LocalDate disconnectOn(OrderSnapshot order) {
        var received = LocalDate.ofInstant(OrderPrices.submitted(order), accounts.zone(order.accountId()));
        var requested = Objects.requireNonNull(order.terms().requestedDate()).date();
        return Disconnecting.stopDate(received, settings.disconnectNoticeDays(), requested);
    }
}
