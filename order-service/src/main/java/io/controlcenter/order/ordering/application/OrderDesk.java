package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.Order;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Orders;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every change of an order passes: found, checked against the version that the caller read, decided by the order,
 * saved, and written to the timeline, the outbox and the audit trail, all in one transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderDesk {

    private final Orders orders;
    private final List<OrderJournal> journals;
    private final AuditTrail audit;

    OrderDesk(Orders orders, List<OrderJournal> journals, AuditTrail audit) {
        this.orders = orders;
        this.journals = journals;
        this.audit = audit;
    }

    OrderSnapshot open(OrderSnapshot draft, Person by) {
        var added = orders.add(Order.of(draft));
        return written(null, added, List.of(new OrderEvent.Drafted()), by);
    }

    Decision decide(String orderNumber, Person by, Function<Order, Outcome> question) {
        return decide(orderNumber, _ -> {}, by, question);
    }

    /** @param expected refuses a version that the caller did not read */
    Decision decide(String orderNumber, LongConsumer expected, Person by, Function<Order, Outcome> question) {
        var order = orders.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        var before = order.snapshot();
        expected.accept(before.version());
        return switch (question.apply(order)) {
            case Outcome.Refused(var why) -> new Decision.Refused(why);
            case Outcome.Done(var events)
            when events.isEmpty() && order.snapshot().equals(before) -> new Decision.Made(before);
            case Outcome.Done(var events) -> new Decision.Made(written(before, orders.save(before, order), events, by));
        };
    }

    /** For what falls due: whether something happened. */
    boolean changed(String orderNumber, Person by, Function<Order, Outcome> question) {
        var order = orders.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        var before = order.snapshot();
        if (!(question.apply(order) instanceof Outcome.Done(var events)) || events.isEmpty()) {
            return false;
        }
        written(before, orders.save(before, order), events, by);
        return true;
    }

    private OrderSnapshot written(
            @org.jspecify.annotations.Nullable OrderSnapshot before,
            OrderSnapshot after,
            List<OrderEvent> events,
            Person by) {
        journals.forEach(journal -> journal.write(after, events, by));
        var what = events.isEmpty() ? "Changed" : events.getFirst().getClass().getSimpleName();
        audit.record(after.enterpriseId(), "order." + what, "order", after.orderNumber(), before, after);
        return after;
    }
}
