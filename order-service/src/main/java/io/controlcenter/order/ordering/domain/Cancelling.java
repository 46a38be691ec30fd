package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The buyer cancels an order that is acknowledged or being delivered, or an item of it; what was done already may cost
 * something.
 */
public final class Cancelling {

    private final Sheet sheet;
    private final Asking asking;

    Cancelling(Sheet sheet) {
        this.sheet = sheet;
        this.asking = new Asking(sheet, ChangeRequest.Kind.CANCELLATION);
    }

    /** @param price the cancellation charge by the rate card of today */
    public Outcome ask(ChangeRequest.Wish wish, ChangeRequest.Price price) {
        if (sheet.state != OrderState.ACKNOWLEDGED && sheet.state != OrderState.IN_PROGRESS) {
            return sheet.notNow("cancelled");
        }
        var closed = sheet.closed(wish.itemId());
        return closed == null ? asked(wish, price) : Sheet.refused(closed);
    }

    Outcome.Done asked(ChangeRequest.Wish wish, ChangeRequest.Price price) {
        return asking.ask(wish, price, OrderState.ASSESSING_CANCELLATION);
    }

    /** The seller agrees; the charge, if there is one, is asked for first. */
    public Outcome agree(Instant responseDueAt, @Nullable String note, Person by, Instant at) {
        var request = asking.undecided();
        if (request == null) {
            return Sheet.refused(new Refusal.NothingToDecide());
        }
        var decided = request.decided(ChangeRequest.State.ACKNOWLEDGED, new ChangeRequest.Decision(at, by, note, null));
        var events = new ArrayList<OrderEvent>();
        if (request.price().lines().isEmpty()) {
            carryOut(decided, events);
            return new Outcome.Done(events);
        }
        var wanted = new NewCharge(
                request.wish().itemId(),
                Charge.Cause.CANCELLATION,
                request.price().lines(),
                responseDueAt,
                null);
        var charge = new Charging(sheet).open(wanted, request.requestId(), at, events);
        sheet.put(decided.charged(charge.chargeId()));
        return new Outcome.Done(events);
    }

    public Outcome refuse(String reason, Person by, Instant at) {
        var request = asking.undecided();
        if (request == null) {
            return Sheet.refused(new Refusal.NothingToDecide());
        }
        var events = new ArrayList<OrderEvent>();
        var decision = new ChangeRequest.Decision(at, by, reason, null);
        goOn(request.decided(ChangeRequest.State.REJECTED, decision), reason, events);
        return new Outcome.Done(events);
    }

    void charged(String requestId, boolean agreed, List<OrderEvent> events) {
        var request = asking.find(requestId);
        if (agreed) {
            carryOut(request, events);
        } else {
            goOn(request.in(ChangeRequest.State.DECLINED), "The charge was not accepted.", events);
        }
    }

    /** One item is cancelled at once, and the order goes on with the others. */
    void carryOut(ChangeRequest request, List<OrderEvent> events) {
        var done = request.in(ChangeRequest.State.DONE);
        var reason = request.wish().reason();
        var itemId = request.wish().itemId();
        if (itemId == null) {
            sheet.put(done);
            events.add(new OrderEvent.RequestDecided(done));
            events.add(sheet.move(OrderState.PENDING_CANCELLATION, reason));
        } else {
            sheet.each(OrderItem.open(itemId), item -> item.in(ItemState.CANCELLED));
            events.add(new OrderEvent.ItemCancelled(itemId, reason));
            goOn(done, reason, events);
        }
    }

    private void goOn(ChangeRequest request, String reason, List<OrderEvent> events) {
        sheet.put(request);
        events.add(new OrderEvent.RequestDecided(request));
        var back = request.resumeTo();
        sheet.moveItems(back == OrderState.ACKNOWLEDGED ? ItemState.ACKNOWLEDGED : ItemState.IN_PROGRESS);
        events.add(sheet.move(back, reason));
    }

    /** What was reserved is released; the order is over. Services that it has ended before stay ended. */
    public Outcome finish(Instant at) {
        if (sheet.state != OrderState.PENDING_CANCELLATION) {
            return sheet.notNow("finished");
        }
        var events = new ArrayList<OrderEvent>();
        sheet.moveItems(ItemState.CANCELLED);
        sheet.end(sheet.ending(OrderState.CANCELLED), null, at, events);
        return new Outcome.Done(events);
    }

    /** The seller cancels because the customer was not ready for too long; the charge is owed (domain b.2, rule 4). */
    void force(String reason, ChangeRequest.Price price, LocalDate today, Instant at, List<OrderEvent> events) {
        var charging = new Charging(sheet);
        charging.withdrawAll(events);
        events.add(sheet.move(OrderState.PENDING_CANCELLATION, reason));
        sheet.moveItems(ItemState.PENDING);
        if (price.lines().isEmpty()) {
            return;
        }
        var wanted = new NewCharge(null, Charge.Cause.CANCELLATION, price.lines(), at, null);
        var owed = charging.open(wanted, null, at, events)
                .settled(Charge.State.COMPLETED, _ -> Charge.LineState.ACCEPTED, new Charge.Answer(Person.SYSTEM, at));
        sheet.put(owed);
        events.add(new OrderEvent.ChargeAnswered(owed));
        charging.bill(owed, false, today, events);
    }
}
