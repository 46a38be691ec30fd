package io.controlcenter.order.ordering.messaging;

import io.controlcenter.order.ordering.application.OrderJournal;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other domains what happened to an order. */
@Component
class OrderEventsOut implements OrderJournal {

    private static final String TOPIC = "order.order.v1";
    private final Outbox outbox;
    private final ServiceNews services;
    private final Clock clock;

    OrderEventsOut(Outbox outbox, ServiceNews services, Clock clock) {
        this.outbox = outbox;
        this.services = services;
        this.clock = clock;
    }

    private record News(String type, Object data) {}

    @Override
    public void write(OrderSnapshot order, List<OrderEvent> events, Person by) {
        for (var event : events) {
            var news = news(order, event, by);
            if (news != null) {
                outbox.append(new OutboxEvent(
                        TOPIC,
                        news.type(),
                        order.orderNumber(),
                        order.enterpriseId(),
                        order.accountId(),
                        order.version(),
                        news.data()));
            }
        }
    }

    /** Null for what is nobody else's concern, or shows in the change of state that comes with it. */
    private @Nullable News news(OrderSnapshot order, OrderEvent event, Person by) {
        var now = clock.instant();
        return switch (event) {
            case OrderEvent.Submitted(var submittal) ->
                new News("order.submitted.v1", OrderNews.submitted(order, submittal));
            case OrderEvent.Rejected(var errors) ->
                new News("order.rejected.v1", OrderNews.rejected(order, errors, now));
            case OrderEvent.CareManagerAssigned(var to, var previous) ->
                new News(
                        "order.ccm.assigned.v1",
                        new OrderMessages.CareManagerAssigned(order.orderNumber(), order.accountId(), to, previous));
            case OrderEvent.LetterIssued(var letter) ->
                new News("order.acknowledged.v1", services.acknowledged(order, letter));
            case OrderEvent.StateChanged change -> new News("order.state-changed.v1", OrderNews.changed(order, change));
            case OrderEvent.MilestoneReached(var milestone) ->
                new News("order.milestone.reached.v1", OrderNews.reached(order, milestone));
            case OrderEvent.MilestoneMissed(var milestone) ->
                new News("order.milestone.missed.v1", OrderNews.missed(order, milestone));
            case OrderEvent.DateChanged change when change.from() == null -> null;
            case OrderEvent.DateChanged change ->
                new News("order.date.changed.v1", OrderNews.dated(order, change, now));
            case OrderEvent.JeopardyRaised(var jeopardy) ->
                new News("order.jeopardy.raised.v1", OrderNews.jeopardy(order, jeopardy, now));
            case OrderEvent.JeopardyCleared(var jeopardy) ->
                new News("order.jeopardy.cleared.v1", OrderNews.jeopardy(order, jeopardy, now));
            case OrderEvent.ChargeCreated(var charge) ->
                new News("order.charge.created.v1", OrderNews.charge(order, charge, now));
            case OrderEvent.ChargeAnswered(var charge) ->
                new News("order.charge.answered.v1", OrderNews.charge(order, charge, now));
            case OrderEvent.ChargeAtRisk(var charge) ->
                new News("order.charge.at-risk.v1", OrderNews.atRisk(order, charge, now));
            case OrderEvent.ChargeTimedOut(var charge) ->
                new News("order.charge.timed-out.v1", OrderNews.charge(order, charge, now));
            case OrderEvent.ChargeWithdrawn(var charge) ->
                new News("order.charge.withdrawn.v1", OrderNews.charge(order, charge, now));
            case OrderEvent.ChargeBillable(var charge, var lines, var on) ->
                new News("order.charge.billable.v1", OrderNews.billable(order, charge, lines, on, now));
            case OrderEvent.Accepted(var items, var outcome) ->
                new News("order.accepted.v1", services.accepted(order, items, outcome));
            case OrderEvent.Disconnected(var items) ->
                new News("order.disconnected.v1", services.disconnected(order, items));
            case OrderEvent.ItemCancelled(var itemId, var reason) ->
                new News("order.item.cancelled.v1", OrderNews.over(order, itemId, reason, now));
            case OrderEvent.ItemFailed(var itemId, var reason) ->
                new News("order.item.failed.v1", OrderNews.over(order, itemId, reason, now));
            case OrderEvent.Escalated(var escalation) ->
                new News("order.escalated.v1", OrderNews.escalated(order, escalation, now));
            case OrderEvent.NoteAdded(var text) ->
                new News("order.note.added.v1", OrderNews.noted(order, text, by, now));
            case OrderEvent.Drafted _,
                    OrderEvent.Changed _,
                    OrderEvent.Waiting _,
                    OrderEvent.MilestoneReset _,
                    OrderEvent.PointOfNoReturnReached _,
                    OrderEvent.RequestMade _,
                    OrderEvent.RequestDecided _,
                    OrderEvent.CustomerNotReady _,
                    OrderEvent.AcceptanceRejected _,
                    OrderEvent.AttachmentAdded _ -> null;
        };
    }
}
