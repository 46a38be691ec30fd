package io.controlcenter.order.ordering.messaging;

import io.controlcenter.order.ordering.application.OrderJournal;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Letter;
import io.controlcenter.order.ordering.domain.Milestone;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.order.ordering.domain.Submittal;
import io.controlcenter.order.sites.Site;
import io.controlcenter.order.sites.Sites;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the other domains what happened to an order. */
@Component
class OrderEventsOut implements OrderJournal {

    private static final String TOPIC = "order.order.v1";
    private final Outbox outbox;
    private final Sites sites;
    private final Clock clock;

    OrderEventsOut(Outbox outbox, Sites sites, Clock clock) {
        this.outbox = outbox;
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public void write(OrderSnapshot order, List<OrderEvent> events, Person by) {
        for (var event : events) {
            switch (event) {
                case OrderEvent.Submitted(var submittal) ->
                    send(order, "order.submitted.v1", submitted(order, submittal));
                case OrderEvent.CareManagerAssigned(var to, var previous) ->
                    send(order, "order.ccm.assigned.v1", assigned(order, to, previous));
                case OrderEvent.LetterIssued(var letter) ->
                    send(order, "order.acknowledged.v1", acknowledged(order, letter));
                case OrderEvent.StateChanged change -> send(order, "order.state-changed.v1", changed(order, change));
                case OrderEvent.MilestoneReached(var milestone) ->
                    send(order, "order.milestone.reached.v1", reached(order, milestone));
                case OrderEvent.Accepted(var items) -> send(order, "order.accepted.v1", accepted(order, items));
                case OrderEvent.NoteAdded(var text) -> send(order, "order.note.added.v1", noted(order, text, by));
                case OrderEvent.Drafted _, OrderEvent.CommitDateSet _, OrderEvent.AcceptanceRejected _ -> {
                    // drafts are nobody else's concern; the others show in the change of state that comes with them
                }
            }
        }
    }

    private void send(OrderSnapshot order, String type, Object data) {
        outbox.append(new OutboxEvent(
                TOPIC, type, order.orderNumber(), order.enterpriseId(), order.accountId(), order.version(), data));
    }

    private static OrderMessages.Submitted submitted(OrderSnapshot order, Submittal submittal) {
        return new OrderMessages.Submitted(
                order.orderNumber(),
                order.accountId(),
                submittal.at(),
                new OrderMessages.Who(submittal.by().id(), submittal.by().name()),
                order.items().stream()
                        .map(item -> new OrderMessages.SubmittedItem(
                                item.itemId(),
                                item.action().name(),
                                item.product().code(),
                                item.siteId()))
                        .toList());
    }

    private static OrderMessages.CareManagerAssigned assigned(
            OrderSnapshot order, CareManager to, @org.jspecify.annotations.Nullable CareManager previous) {
        return new OrderMessages.CareManagerAssigned(order.orderNumber(), order.accountId(), to, previous);
    }

    private OrderMessages.Acknowledged acknowledged(OrderSnapshot order, Letter letter) {
        var known = sitesOf(order.items());
        return new OrderMessages.Acknowledged(
                order.orderNumber(),
                order.accountId(),
                new OrderMessages.IssuedLetter(letter.documentId(), letter.version(), letter.issuedAt()),
                order.careManager(),
                order.terms().contact(),
                order.items().stream()
                        .map(item -> new OrderMessages.AcknowledgedItem(
                                item.itemId(),
                                item.action().name(),
                                item.product().name(),
                                site(known, item).name(),
                                Objects.requireNonNull(item.serviceId())))
                        .toList());
    }

    private static OrderMessages.StateChanged changed(OrderSnapshot order, OrderEvent.StateChanged change) {
        return new OrderMessages.StateChanged(
                order.orderNumber(),
                order.accountId(),
                change.from().wire(),
                change.to().wire(),
                change.to().stage().word(),
                change.reason());
    }

    private static OrderMessages.MilestoneReached reached(OrderSnapshot order, Milestone milestone) {
        return new OrderMessages.MilestoneReached(
                order.orderNumber(),
                order.accountId(),
                milestone.code().name(),
                milestone.reachedAt(),
                milestone.code().isKey(),
                milestone.note(),
                order.careManager(),
                order.terms().contact());
    }

    private static OrderMessages.NoteAdded noted(OrderSnapshot order, String text, Person by) {
        return new OrderMessages.NoteAdded(
                order.orderNumber(),
                order.accountId(),
                text,
                by.name(),
                by.side().name());
    }

    private OrderMessages.Accepted accepted(OrderSnapshot order, List<OrderItem> items) {
        var known = sitesOf(items);
        return new OrderMessages.Accepted(
                order.orderNumber(),
                order.accountId(),
                clock.instant(),
                "ACCEPTED",
                items.stream()
                        .map(item -> accepted(order, item, site(known, item)))
                        .toList());
    }

    private static OrderMessages.AcceptedItem accepted(OrderSnapshot order, OrderItem item, Site site) {
        var delivery = Objects.requireNonNull(item.delivery());
        var charge = order.orderNumber() + "/" + item.itemId();
        return new OrderMessages.AcceptedItem(
                item.itemId(),
                item.action().name(),
                Objects.requireNonNull(item.serviceId()),
                delivery.circuitId(),
                item.product().code(),
                item.product().name(),
                new OrderMessages.AcceptedSite(
                        site.siteId(),
                        site.name(),
                        site.street(),
                        site.city(),
                        site.state(),
                        site.postalCode(),
                        site.country()),
                item.product().bandwidth(),
                null,
                site.oneLine(),
                List.of(
                        new OrderMessages.Charge(
                                charge + "/MRC", "RECURRING", item.product().name(), item.monthlyRecurring()),
                        new OrderMessages.Charge(
                                charge + "/NRC",
                                "ONE_TIME",
                                "Installation, " + item.product().name(),
                                item.nonRecurring())),
                delivery.commencementDate(),
                item.termMonths());
    }

    private Map<String, Site> sitesOf(List<OrderItem> items) {
        return sites.find(
                items.stream().map(OrderItem::siteId).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    /** A submitted order has a site at every item. */
    private static Site site(Map<String, Site> known, OrderItem item) {
        return Objects.requireNonNull(known.get(Objects.requireNonNull(item.siteId())));
    }
}
