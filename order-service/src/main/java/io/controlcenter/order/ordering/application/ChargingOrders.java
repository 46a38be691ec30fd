package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.Charge;
import io.controlcenter.order.ordering.domain.NewCharge;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Charges beside the price: raised by the seller, answered by the buyer (MEF 123, R81–R96). */
@Service
@Transactional
public class ChargingOrders {

    private final OrderDesk desk;
    private final Accounts accounts;
    private final OrderingSettings settings;
    private final Clock clock;

    ChargingOrders(OrderDesk desk, Accounts accounts, OrderingSettings settings, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param responseDueAt null for the usual time */
    public record RaiseCharge(
            @Nullable String itemId,
            Charge.Cause cause,
            @Nullable Instant responseDueAt,
            List<NewCharge.Line> lines) {}

    public Decision raise(String orderNumber, RaiseCharge wanted, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> raise(order, wanted));
    }

    private Outcome raise(Order order, RaiseCharge wanted) {
        var currency = order.snapshot().items().getFirst().monthlyRecurring().currency();
        requireSound(wanted, currency);
        var expedite = wanted.cause() == Charge.Cause.EXPEDITE;
        var commit = order.snapshot().terms().customerCommitDate();
        return order.charging()
                .raise(
                        new NewCharge(
                                wanted.itemId(),
                                wanted.cause(),
                                wanted.lines(),
                                wanted.responseDueAt() == null ? usualDue() : wanted.responseDueAt(),
                                expedite && commit != null ? new Charge.Expedite(commit, null) : null),
                        clock.instant());
    }

    Instant usualDue() {
        return clock.instant().plus(Duration.ofDays(settings.chargeResponseDays()));
    }

    /** A monthly price joins the charges of a service, so it is of one item. */
    private static void requireSound(RaiseCharge wanted, String currency) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < wanted.lines().size(); i++) {
            if (!wanted.lines().get(i).amount().currency().equals(currency)) {
                violations.add(
                        Violation.invalid("/items/" + i + "/amount/currency", "This order is in " + currency + "."));
            }
        }
        if (wanted.itemId() == null
                && wanted.lines().stream().anyMatch(line -> line.priceType() == Charge.PriceType.RECURRING)) {
            violations.add(Violation.missing("/itemId", "A monthly price is of an item: name it."));
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    /** @param answers whether each item of the charge, by its id, is accepted */
    public Decision answer(
            String orderNumber, String chargeId, Map<String, Boolean> answers, LongConsumer expected, Person by) {
        return desk.decide(
                orderNumber,
                expected,
                by,
                order -> order.charging().answer(chargeId, answers, by, today(order), clock.instant()));
    }

    private LocalDate today(Order order) {
        return LocalDate.now(clock.withZone(accounts.zone(order.snapshot().accountId())));
    }

    public Decision withdraw(String orderNumber, String chargeId, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.charging().withdraw(chargeId, clock.instant()));
    }

    /** @return whether a warning was given */
    boolean warn(String orderNumber, String chargeId) {
        return desk.changed(
                orderNumber, Person.SYSTEM, order -> order.charging().warn(chargeId, clock.instant()));
    }

    /** @return whether it lapsed */
    boolean lapse(String orderNumber, String chargeId) {
        return desk.changed(
                orderNumber, Person.SYSTEM, order -> order.charging().lapse(chargeId, clock.instant()));
    }
}
