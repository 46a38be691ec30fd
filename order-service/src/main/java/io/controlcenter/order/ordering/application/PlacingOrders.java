package io.controlcenter.order.ordering.application;

import io.controlcenter.order.accounts.Account;
import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.OrderState;
import io.controlcenter.order.ordering.domain.Orders;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.order.ordering.domain.Progress;
import io.controlcenter.order.ordering.domain.Terms;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a wish to a submitted order. */
@Service
@Transactional
public class PlacingOrders {

    private final OrderDesk desk;
    private final Orders orders;
    private final DraftingItems drafting;
    private final SubmittalCheck check;
    private final CaringForOrders care;
    private final Clock clock;

    PlacingOrders(
            OrderDesk desk,
            Orders orders,
            DraftingItems drafting,
            SubmittalCheck check,
            CaringForOrders care,
            Clock clock) {
        this.desk = desk;
        this.orders = orders;
        this.drafting = drafting;
        this.check = check;
        this.care = care;
        this.clock = clock;
    }

    /** Prices are those of the quote, or of the catalogue on this day, and stay. */
    public OrderSnapshot draft(PlaceOrder wanted, Account account, Person by) {
        var number = orders.nextNumber();
        var terms = new Terms(wanted.externalId(), wanted.requestedDate(), null, null, wanted.contact());
        var draft = new OrderSnapshot(
                number,
                account.enterpriseId(),
                account.accountId(),
                wanted.quoteNumber(),
                OrderState.DRAFT,
                terms,
                drafting.items(wanted, account),
                List.of(),
                null,
                null,
                null,
                clock.instant(),
                by,
                null,
                null,
                Progress.NONE,
                List.of(),
                List.of(),
                0);
        check.requireReachable(draft, account.zone());
        return desk.open(draft, by);
    }

    public Decision change(
            String orderNumber, Account account, LongConsumer expected, UnaryOperator<Terms> change, Person by) {
        return desk.decide(orderNumber, expected, by, order -> {
            var before = order.snapshot().terms();
            var terms = change.apply(before);
            var outcome = order.placement().change(terms);
            if (!Objects.equals(terms.requestedDate(), before.requestedDate())) {
                check.requireReachable(order.snapshot(), account.zone());
            }
            return outcome;
        });
    }

    public Decision changeItem(
            String orderNumber, String itemId, LongConsumer expected, UnaryOperator<OrderItem> change, Person by) {
        return desk.decide(
                orderNumber,
                expected,
                by,
                order -> order.placement().changeItem(itemId, item -> {
                    var changed = change.apply(item);
                    drafting.requireSite(changed);
                    return changed;
                }));
    }

    public Decision confirmRequirements(String orderNumber, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.placement().confirmRequirements(clock.instant()));
    }

    /** Submits, and has the order acknowledged at once when nothing stands in the way. */
    public Decision submit(String orderNumber, LongConsumer expected, Person by) {
        var decision = desk.decide(orderNumber, expected, by, (Order order) -> {
            if (order.snapshot().state() == OrderState.DRAFT) {
                check.requireSubmittable(order.snapshot());
            }
            return order.placement().submit(by, clock.instant());
        });
        if (decision instanceof Decision.Made(var order)) {
            drafting.acceptQuote(order);
            return care.assignNext(orderNumber)
                    .<Decision>map(Decision.Made::new)
                    .orElse(decision);
        }
        return decision;
    }

    /** What was submitted cannot be delivered as it is. */
    public Decision reject(
            String orderNumber, List<Progress.TerminationError> errors, LongConsumer expected, Person by) {
        return desk.decide(orderNumber, expected, by, order -> order.placement().reject(errors, clock.instant()));
    }
}
