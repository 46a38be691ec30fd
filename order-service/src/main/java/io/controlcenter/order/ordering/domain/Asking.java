package io.controlcenter.order.ordering.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests of one kind: written down, found again. */
final class Asking {

    private final Sheet sheet;
    private final ChangeRequest.Kind kind;

    Asking(Sheet sheet, ChangeRequest.Kind kind) {
        this.sheet = sheet;
        this.kind = kind;
    }

    /** What the wish is about waits for the seller's decision. One item that is all there is stands for the order. */
    Outcome.Done ask(ChangeRequest.Wish wish, ChangeRequest.Price price, OrderState to) {
        var single = sheet.items.stream().filter(OrderItem::isOpen).count() == 1;
        var about = single ? wish.aboutAll() : wish;
        var letter = kind == ChangeRequest.Kind.DATE_CHANGE ? "D" : "X";
        var request = new ChangeRequest(
                "%s-%s%d".formatted(sheet.orderNumber(), letter, sheet.requests.size() + 1),
                kind,
                about,
                price,
                ChangeRequest.State.ACKNOWLEDGED,
                sheet.state,
                null,
                null);
        sheet.put(request);
        sheet.each(OrderItem.open(about.itemId()), item -> item.in(ItemState.PENDING));
        return Outcome.done(new OrderEvent.RequestMade(request), sheet.move(to, wish.reason()));
    }

    Optional<ChangeRequest> open() {
        return sheet.requests.stream()
                .filter(request -> request.kind() == kind && request.isOpen())
                .findAny();
    }

    /** The request that waits for the seller's decision; null when none does. */
    @Nullable
    ChangeRequest undecided() {
        return open().filter(request -> request.state() == ChangeRequest.State.ACKNOWLEDGED)
                .orElse(null);
    }

    ChangeRequest find(String requestId) {
        return sheet.requests.stream()
                .filter(request -> request.requestId().equals(requestId))
                .findAny()
                .orElseThrow();
    }
}
