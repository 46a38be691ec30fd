package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.inventory.InstalledService;
import io.controlcenter.order.inventory.Inventory;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What has to be true of an order on the day it is submitted, whatever was true when it was drafted. */
@Component
class SubmittalCheck {

    private final OrderPrices prices;
    private final CreditHolds holds;
    private final Accounts accounts;
    private final Inventory inventory;
    private final Clock clock;

    SubmittalCheck(OrderPrices prices, CreditHolds holds, Accounts accounts, Inventory inventory, Clock clock) {
        this.prices = prices;
        this.holds = holds;
        this.accounts = accounts;
        this.inventory = inventory;
        this.clock = clock;
    }

    /** The requested date has not passed, and is not earlier than standard without an expedite. */
    void requireReachable(OrderSnapshot order, ZoneId zone) {
        var requested = order.terms().requestedDate();
        if (requested == null) {
            return;
        }
        if (requested.date().isBefore(LocalDate.now(clock.withZone(zone)))) {
            throw Problem.unprocessable(Violation.invalid("/requestedDate/date", "This date has passed."));
        }
        if (requested.kind() == RequestedDate.Kind.EARLIEST_CAPABILITY || order.quoteNumber() != null) {
            return;
        }
        var expedites = prices.expedites(order.items(), clock.instant(), requested.date());
        if (requested.kind() == RequestedDate.Kind.FIRM_DATE) {
            OrderPrices.earliest(expedites).ifPresent(earliest -> {
                throw TooEarly.problem("/requestedDate/date", earliest);
            });
        } else if (OrderPrices.requiresQuote(expedites)) {
            throw Problem.unprocessable(
                    "expedite-requires-quote", "An expedite of this product is by quote; order from a quote.");
        }
    }

    void requireSubmittable(OrderSnapshot order) {
        var account = accounts.find(order.accountId())
                .orElseThrow(() -> Problem.notFound("The account " + order.accountId()));
        if (holds.isOnHold(order.accountId())) {
            throw Problem.conflict(
                    "credit-hold", "The account has payments past due; it can order again when they are made.");
        }
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < order.items().size(); i++) {
            var currency = order.items().get(i).monthlyRecurring().currency();
            if (!currency.equals(account.currency())) {
                violations.add(Violation.invalid(
                        "/items/" + i,
                        "This is priced in %s; the account pays in %s.".formatted(currency, account.currency())));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
        requireReachable(order, account.zone());
        if (order.submittal() == null && order.requirementsConfirmedAt() != null) {
            reserve(order);
        }
    }

    /** No two orders change or disconnect one service. */
    private void reserve(OrderSnapshot order) {
        var taken = new ArrayList<String>();
        for (var item : order.items()) {
            if (item.action() != OrderItem.Action.ADD) {
                var pending = item.action() == OrderItem.Action.DELETE
                        ? InstalledService.State.PENDING_DISCONNECT
                        : InstalledService.State.PENDING_CHANGE;
                var serviceId = Objects.requireNonNull(item.serviceId());
                if (!inventory.reserve(serviceId, order.orderNumber(), pending)) {
                    taken.add(serviceId);
                }
            }
        }
        if (!taken.isEmpty()) {
            throw Problem.conflict("service-in-another-order", "Another order has these services, or they have ended.")
                    .with("services", List.copyOf(taken));
        }
    }
}
