package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buyer cancels an order that is acknowledged or being delivered; what was done already may cost something. */
public final class Cancelling {

    private final Sheet sheet;

    Cancelling(Sheet sheet) {
        this.sheet = sheet;
    }

    /** @param price the cancellation charge by the rate card of today */
    public Outcome ask(String reason, ChangeRequest.Price price, Person by, Instant at) {
        if (sheet.state != OrderState.ACKNOWLEDGED && sheet.state != OrderState.IN_PROGRESS) {
            return sheet.notNow("cancelled");
        }
        var request = new ChangeRequest(
                "%s-X%d".formatted(sheet.orderNumber(), sheet.requests.size() + 1),
                ChangeRequest.Kind.CANCELLATION,
                ChangeRequest.State.ACKNOWLEDGED,
                null,
                reason,
                price,
                at,
                by,
                sheet.state,
                null,
                null);
        sheet.put(request);
        sheet.moveItems(ItemState.PENDING);
        return Outcome.done(new OrderEvent.RequestMade(request), sheet.move(OrderState.ASSESSING_CANCELLATION, reason));
    }

    /** The seller agrees; the charge, if there is one, is asked for first. */
    public Outcome agree(Instant responseDueAt, @Nullable String note, Person by, Instant at) {
        var request = undecided();
        if (request == null) {
            return Sheet.refused(new Refusal.NothingToDecide());
        }
        var decided = request.decided(ChangeRequest.State.ACKNOWLEDGED, new ChangeRequest.Decision(at, by, note, null));
        var events = new ArrayList<OrderEvent>();
        if (request.price().lines().isEmpty()) {
            carryOut(decided, events);
            return new Outcome.Done(events);
        }
        var wanted =
                new NewCharge(null, Charge.Cause.CANCELLATION, request.price().lines(), responseDueAt, null);
        var charge = new Charging(sheet).open(wanted, request.requestId(), at, events);
        sheet.put(decided.charged(charge.chargeId()));
        return new Outcome.Done(events);
    }

    public Outcome refuse(String reason, Person by, Instant at) {
        var request = undecided();
        if (request == null) {
            return Sheet.refused(new Refusal.NothingToDecide());
        }
        var events = new ArrayList<OrderEvent>();
        var decision = new ChangeRequest.Decision(at, by, reason, null);
        goOn(request.decided(ChangeRequest.State.REJECTED, decision), reason, events);
        return new Outcome.Done(events);
    }

    private @Nullable ChangeRequest undecided() {
        return sheet.openRequest(ChangeRequest.Kind.CANCELLATION)
                .filter(open -> open.state() == ChangeRequest.State.ACKNOWLEDGED)
                .orElse(null);
    }

    void charged(String requestId, boolean agreed, List<OrderEvent> events) {
        var request = sheet.requests.stream()
                .filter(one -> one.requestId().equals(requestId))
                .findAny()
                .orElseThrow();
        if (agreed) {
            carryOut(request, events);
        } else {
            goOn(request.in(ChangeRequest.State.DECLINED), "The charge was not accepted.", events);
        }
    }

    void carryOut(ChangeRequest request, List<OrderEvent> events) {
        var done = request.in(ChangeRequest.State.DONE);
        sheet.put(done);
        events.add(new OrderEvent.RequestDecided(done));
        events.add(sheet.move(OrderState.PENDING_CANCELLATION, request.reason()));
    }

    private void goOn(ChangeRequest request, String reason, List<OrderEvent> events) {
        sheet.put(request);
        events.add(new OrderEvent.RequestDecided(request));
        var back = request.resumeTo();
        sheet.moveItems(back == OrderState.ACKNOWLEDGED ? ItemState.ACKNOWLEDGED : ItemState.IN_PROGRESS);
        events.add(sheet.move(back, reason));
    }

    /** What was reserved is released; the order is over. */
    public Outcome finish(Instant at) {
        if (sheet.state != OrderState.PENDING_CANCELLATION) {
            return sheet.notNow("finished");
        }
        var events = new ArrayList<OrderEvent>();
        sheet.moveItems(ItemState.CANCELLED);
        sheet.end(OrderState.CANCELLED, null, at, events);
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
