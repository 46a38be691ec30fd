package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of an order when something about it changes. */
final class OrderNewsNotices {

    private OrderNewsNotices() {}

    static Notice of(Kind kind, OrderFacts facts, Reader reader, Portal portal) {
        return switch (facts) {
            case OrderFacts.Rejected rejected -> rejected(rejected, reader, portal);
            case OrderFacts.DateChanged changed -> dated(changed, reader, portal);
            case OrderFacts.InJeopardy danger -> jeopardy(danger, reader, portal);
            case OrderFacts.Charged charge when kind == Kind.ORDER_CHARGE_CLOSED -> closed(charge, reader, portal);
            case OrderFacts.Charged charge -> charged(charge, reader, portal);
            case OrderFacts.Noted note -> noted(note, reader, portal);
            case OrderFacts.Escalated escalated -> escalated(escalated, reader, portal);
            case OrderFacts.CareContactDue due -> careContactDue(due, reader, portal);
        };
    }

    private static Notice rejected(OrderFacts.Rejected order, Reader reader, Portal portal) {
        var number = order.orderNumber();
        return new NoticeDraft("Order " + number + " is rejected", "Order", Notice.Tone.URGENT)
                .say(Words.hello(reader.name()))
                .say("We cannot deliver your order " + number + " as it is. Nothing is charged. Please order again"
                        + " with what is listed below put right.")
                .table(
                        "What is in the way",
                        List.of("Where", "Why"),
                        order.errors().stream()
                                .map(error -> List.of(error.pointer(), error.detail()))
                                .toList())
                .fact("Order", number)
                .fact("Account", order.accountId())
                .fact("Rejected", Words.moment(order.at(), reader.zone()))
                .action("View the order", portal.order(number))
                .headed("We cannot deliver order " + number, "Order " + number + " is rejected.");
    }

    private static Notice dated(OrderFacts.DateChanged order, Reader reader, Portal portal) {
        var number = order.orderNumber();
        var what = what(order);
        var draft = new NoticeDraft(
                        "Order %s: %s is now %s".formatted(number, lower(what), Words.date(order.to())),
                        "Order date",
                        Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say("A date of your order " + number + " has changed.")
                .fact("Date", what)
                .fact("New", Words.date(order.to()))
                .fact("Before", Words.date(order.from()))
                .fact("Reason", order.reason());
        return closing(draft, order, order.customerCareManager(), portal)
                .headed(what + ": " + Words.date(order.to()), "It was " + Words.date(order.from()) + " before.");
    }

    private static String what(OrderFacts.DateChanged order) {
        return switch (order.kind()) {
            case "CCD" -> "Customer commit date";
            case "EXPECTED_COMPLETION" -> "Expected completion of item " + order.itemId();
            default -> Words.of(order.kind());
        };
    }

    private static Notice jeopardy(OrderFacts.InJeopardy order, Reader reader, Portal portal) {
        var number = order.orderNumber();
        var draft = new NoticeDraft("Order " + number + ": the delivery is at risk", "Jeopardy", Notice.Tone.URGENT)
                .say(Words.hello(reader.name()))
                .say("The delivery of your order " + number + " is at risk. This is what happened, and what we do"
                        + " about it.")
                .fact("Cause", Words.of(order.code()))
                .fact("Level", Words.of(order.level()))
                .fact("What happened", order.reason())
                .fact("Our plan", order.plan())
                .fact("Since", Words.moment(order.since(), reader.zone()));
        return closing(draft, order, order.customerCareManager(), portal)
                .headed("The delivery of order " + number + " is at risk", "Our plan: " + order.plan());
    }

    private static Notice charged(OrderFacts.Charged charge, Reader reader, Portal portal) {
        var number = charge.orderNumber();
        var due = Words.moment(charge.responseDueAt(), reader.zone());
        var draft = new NoticeDraft(
                        "Order %s: please approve a charge".formatted(number), "Charge approval", Notice.Tone.URGENT)
                .say(Words.hello(reader.name()))
                .say("Your order " + number + " needs your answer to a charge. Without an answer by " + due
                        + " it counts as declined."
                        + (charge.items().stream().anyMatch(OrderFacts.ChargeItem::blocking)
                                ? " What it is for cannot be delivered without it."
                                : ""));
        return closing(amounts(draft, charge), charge, charge.customerCareManager(), portal)
                .headed("Please approve a charge", "Order " + number + " waits for your answer until " + due + ".");
    }

    private static Notice closed(OrderFacts.Charged charge, Reader reader, Portal portal) {
        var number = charge.orderNumber();
        var lapsed = charge.state().equals("TIMEOUT");
        var news = lapsed ? "was not answered in time" : "is withdrawn";
        var draft = new NoticeDraft("Order %s: a charge %s".formatted(number, news), "Charge", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(
                        lapsed
                                ? "Nobody answered the charge below in time. It counts as declined and is not billed."
                                : "We withdraw the charge below. It is not billed.");
        return closing(amounts(draft, charge), charge, charge.customerCareManager(), portal)
                .headed("A charge " + news, "Nothing is billed for charge " + charge.chargeId() + ".");
    }

    private static NoticeDraft amounts(NoticeDraft draft, OrderFacts.Charged charge) {
        return draft.table(
                        "The charge",
                        List.of("What", "How often", "Amount"),
                        charge.items().stream()
                                .map(item -> List.of(
                                        item.description(),
                                        item.priceType().equals("RECURRING") ? "Monthly" : "Once",
                                        item.amount().toString()))
                                .toList())
                .fact("Charge", charge.chargeId())
                .fact("Cause", Words.of(charge.cause()))
                .fact("Item", charge.itemId());
    }

    private static Notice noted(OrderFacts.Noted note, Reader reader, Portal portal) {
        var number = note.orderNumber();
        var draft = new NoticeDraft("Order " + number + ": new note", "Order", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say(note.author() + " wrote about order " + number + ":")
                .say(note.text());
        if (note.isForCareManager()) {
            draft.because("you are the customer care manager of this order.");
        }
        return closing(draft, note, note.isForCareManager() ? null : note.customerCareManager(), portal)
                .headed("New note on order " + number, note.text());
    }

    private static Notice careContactDue(OrderFacts.CareContactDue due, Reader reader, Portal portal) {
        var number = due.orderNumber();
        var last = due.lastContactAt();
        var what = last == null ? "welcome the customer" : "get in touch with the customer";
        var draft = new NoticeDraft("Order %s: %s".formatted(number, what), "Order", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say("It is time to %s of order %s by call or mail, and to note it with the order."
                        .formatted(what, number))
                .fact("Due", Words.moment(due.dueAt(), reader.zone()))
                .fact("Last contact", last == null ? null : Words.moment(last, reader.zone()))
                .fact("How often", due.every().equals("WEEKLY") ? "Every week" : "Every two weeks")
                .because("you are the customer care manager of this order.");
        var contact = due.contact();
        if (contact != null) {
            draft.fact("Customer", contact.name()).fact("Mail", contact.email());
        }
        return closing(draft, due, null, portal)
                .headed(
                        "Please %s of order %s".formatted(what, number),
                        "Order " + number + " waits for your call or mail.");
    }

    private static Notice escalated(OrderFacts.Escalated order, Reader reader, Portal portal) {
        var number = order.orderNumber();
        var level =
                switch (order.level()) {
                    case "CCM_MANAGER" -> "the manager of our customer care managers";
                    case "DIRECTOR" -> "the director of customer care";
                    default -> "the vice president of customer care";
                };
        var draft = new NoticeDraft("Order " + number + " is escalated", "Escalation", Notice.Tone.CALM)
                .say(Words.hello(reader.name()))
                .say("Your order " + number + " is now with " + level + ". Your customer care manager stays your"
                        + " contact.")
                .fact("Reason", order.reason())
                .fact("Escalated", Words.moment(order.at(), reader.zone()));
        return closing(draft, order, order.customerCareManager(), portal)
                .headed("Order " + number + " is escalated", "It is now with " + level + ".");
    }

    private static NoticeDraft closing(
            NoticeDraft draft, OrderFacts order, @Nullable CareManager manager, Portal portal) {
        draft.fact("Order", order.orderNumber()).fact("Account", order.accountId());
        OrderNotices.manager(draft, manager);
        return draft.action("View the order", portal.order(order.orderNumber()));
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
