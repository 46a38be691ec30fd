package io.controlcenter.notification.content.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of an order on its way. */
final class OrderNotices {

    private OrderNotices() {}

    static Notice acknowledged(AcknowledgementFacts order, Reader reader, Portal portal) {
        var manager = order.customerCareManager();
        var draft = new NoticeDraft("Order " + order.orderNumber() + " is acknowledged", "Order", Notice.Tone.GOOD)
                .say(Words.hello(reader.name()))
                .say("Thank you for your order. It is acknowledged, and your customer care manager leads it from here "
                        + "until your services work. Call or write at any time.");
        manager(draft, manager);
        return draft.fact("Order", order.orderNumber())
                .fact("Account", order.accountId())
                .table(
                        "What you ordered",
                        List.of("Product", "Action", "Site"),
                        order.items().stream()
                                .map(item -> List.of(
                                        item.productName(),
                                        Words.of(item.action()),
                                        item.site() == null ? "" : item.site()))
                                .toList())
                .action("View the order", portal.order(order.orderNumber()))
                .headed(
                        "We have your order " + order.orderNumber(),
                        manager == null
                                ? "Your order is acknowledged."
                                : "Your customer care manager is " + manager.name() + ".");
    }

    static Notice milestone(MilestoneFacts reached, Reader reader, Portal portal) {
        var what = Words.of(reached.code());
        var draft = new NoticeDraft("Order " + reached.orderNumber() + ": " + what, "Order milestone", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say("Your order " + reached.orderNumber() + " has moved on: " + lower(what) + ".");
        return about(draft, reached, what, reader)
                .action("View the order", portal.order(reached.orderNumber()))
                .headed(what, "Order " + reached.orderNumber() + " has moved on.");
    }

    static Notice connected(MilestoneFacts reached, Reader reader, Portal portal) {
        var number = reached.orderNumber();
        var draft = new NoticeDraft(
                        "Connection notice for order " + number + ": please accept your services",
                        "Connection notice",
                        Notice.Tone.GOOD)
                .say(Words.hello(reader.name()))
                .say("The services of your order " + number + " are installed and tested. Please test them and "
                        + "accept them, or tell us what is wrong. "
                        + (reached.answerBy() == null
                                ? "Services that are not answered in time count as accepted."
                                : "Without an answer by %s they count as accepted."
                                        .formatted(Words.moment(reached.answerBy(), reader.zone()))));
        return about(draft, reached, "Connected", reader)
                .action("Accept or reject", portal.order(number))
                .headed("Your services are ready", "Please test and accept the services of order " + number + ".");
    }

    private static NoticeDraft about(NoticeDraft draft, MilestoneFacts reached, String what, Reader reader) {
        draft.fact("Order", reached.orderNumber())
                .fact("Account", reached.accountId())
                .fact("Milestone", what)
                .fact("Reached", reached.reachedAt() == null ? null : Words.moment(reached.reachedAt(), reader.zone()))
                .fact("Note", reached.note());
        manager(draft, reached.customerCareManager());
        return draft;
    }

    static void manager(NoticeDraft draft, @Nullable CareManager manager) {
        if (manager != null) {
            draft.fact("Customer care manager", manager.name())
                    .fact("Phone", manager.phone())
                    .fact("E-mail", manager.email());
        }
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
