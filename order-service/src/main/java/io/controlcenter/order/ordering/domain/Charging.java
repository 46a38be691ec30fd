package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Charges that the seller raises: answered all items at once, in time, or lapsed (MEF 123, R81–R96). */
public final class Charging {

    private final Sheet sheet;

    Charging(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Raises a charge; the order, or the item, is held until it is answered. */
    public Outcome raise(NewCharge wanted, Instant at) {
        if (sheet.state != OrderState.IN_PROGRESS && sheet.state != OrderState.HELD) {
            return sheet.notNow("charged");
        }
        var itemId = wanted.itemId();
        var closed = sheet.closed(itemId);
        if (closed != null) {
            return Sheet.refused(closed);
        }
        if (!wanted.responseDueAt().isAfter(at)) {
            return Sheet.refused(new Refusal.ResponseDueTooEarly());
        }
        var open = sheet.charges.stream()
                .filter(Charge::isOpen)
                .filter(charge -> itemId == null || charge.itemId() == null || itemId.equals(charge.itemId()))
                .findAny();
        if (open.isPresent()) {
            return Sheet.refused(new Refusal.ChargeOpen(open.get().chargeId()));
        }
        var events = new ArrayList<OrderEvent>();
        hold(wanted, at, events);
        return new Outcome.Done(events);
    }

    void hold(NewCharge wanted, Instant at, List<OrderEvent> events) {
        open(wanted, null, at, events);
        sheet.each(OrderItem.open(wanted.itemId()), item -> item.in(ItemState.HELD));
        if (sheet.state != OrderState.HELD) {
            events.add(sheet.move(OrderState.HELD, null));
        }
    }

    /** Opens a charge that belongs to a request, which keeps the order's state. */
    Charge open(NewCharge wanted, @Nullable String requestId, Instant at, List<OrderEvent> events) {
        var id = "%s-C%d".formatted(sheet.orderNumber(), sheet.charges.size() + 1);
        var lines = new ArrayList<Charge.Line>();
        for (var line : wanted.lines()) {
            lines.add(new Charge.Line(
                    id + "-" + (lines.size() + 1),
                    line.priceType(),
                    line.description(),
                    line.amount(),
                    line.blocking(),
                    line.ifDateMet(),
                    Charge.LineState.OPEN,
                    null));
        }
        var charge = new Charge(
                id,
                wanted.itemId(),
                wanted.cause(),
                List.copyOf(lines),
                requestId,
                at,
                wanted.responseDueAt(),
                wanted.expedite(),
                Charge.State.AWAITING_RESPONSE,
                null,
                0);
        sheet.put(charge);
        events.add(new OrderEvent.ChargeCreated(charge));
        return charge;
    }

    /** @param answers whether each item of the charge, by its id, is accepted; all of them (MEF R94, R95) */
    public Outcome answer(String chargeId, Map<String, Boolean> answers, Person by, LocalDate today, Instant at) {
        var charge = find(chargeId);
        if (charge == null) {
            return Sheet.refused(new Refusal.UnknownCharge(chargeId));
        }
        if (!charge.isOpen()) {
            return Sheet.refused(new Refusal.ChargeNotOpen(chargeId, charge.state()));
        }
        if (at.isAfter(charge.responseDueAt())) {
            return Sheet.refused(new Refusal.ChargeAnsweredLate(charge.responseDueAt()));
        }
        var ids = new TreeSet<>(
                charge.items().stream().map(Charge.Line::chargeItemId).toList());
        if (!ids.equals(answers.keySet())) {
            var unknown = new TreeSet<>(answers.keySet());
            unknown.removeAll(ids);
            ids.removeAll(answers.keySet());
            return Sheet.refused(new Refusal.ChargeAnsweredInPart(List.copyOf(ids), List.copyOf(unknown)));
        }
        var settled = charge.settled(
                Charge.State.COMPLETED,
                line -> Boolean.TRUE.equals(answers.get(line.chargeItemId()))
                        ? Charge.LineState.ACCEPTED
                        : Charge.LineState.DECLINED,
                new Charge.Answer(by, at));
        var events = new ArrayList<OrderEvent>();
        sheet.put(settled);
        events.add(new OrderEvent.ChargeAnswered(settled));
        bill(settled, false, today, events);
        settle(settled, at, events);
        return new Outcome.Done(events);
    }

    /** The time to answer runs out: gives the highest warning that was not given yet. */
    public Outcome warn(String chargeId, Instant at) {
        var charge = find(chargeId);
        if (charge == null || !charge.isOpen() || !at.isBefore(charge.responseDueAt())) {
            return Outcome.done();
        }
        var percent = charge.warning(at);
        if (percent <= charge.warned()) {
            return Outcome.done();
        }
        var warned = charge.warned(percent);
        sheet.put(warned);
        return Outcome.done(new OrderEvent.ChargeAtRisk(warned));
    }

    /** No answer in time is a decline (MEF R96). */
    public Outcome lapse(String chargeId, Instant at) {
        var charge = find(chargeId);
        if (charge == null || !charge.isOpen() || at.isBefore(charge.responseDueAt())) {
            return Outcome.done();
        }
        var lapsed = charge.settled(Charge.State.TIMEOUT, _ -> Charge.LineState.DECLINED, null);
        sheet.put(lapsed);
        var events = new ArrayList<OrderEvent>();
        events.add(new OrderEvent.ChargeTimedOut(lapsed));
        settle(lapsed, at, events);
        return new Outcome.Done(events);
    }

    /** The seller takes it back; what it was asked for goes on without. */
    public Outcome withdraw(String chargeId, Instant at) {
        var charge = find(chargeId);
        if (charge == null) {
            return Sheet.refused(new Refusal.UnknownCharge(chargeId));
        }
        if (!charge.isOpen()) {
            return Sheet.refused(new Refusal.ChargeNotOpen(chargeId, charge.state()));
        }
        var events = new ArrayList<OrderEvent>();
        settle(withdraw(charge, events), at, events);
        return new Outcome.Done(events);
    }

    private Charge withdraw(Charge charge, List<OrderEvent> events) {
        var taken = charge.settled(Charge.State.WITHDRAWN_BY_SELLER, _ -> Charge.LineState.WITHDRAWN, null);
        sheet.put(taken);
        events.add(new OrderEvent.ChargeWithdrawn(taken));
        return taken;
    }

    void withdrawAll(List<OrderEvent> events) {
        sheet.charges.stream().filter(Charge::isOpen).forEach(charge -> withdraw(charge, events));
    }

    /** Items failed: nothing is asked about them any more. */
    void withdrawFor(List<String> itemIds, List<OrderEvent> events) {
        sheet.charges.stream()
                .filter(charge -> charge.isOpen() && itemIds.contains(String.valueOf(charge.itemId())))
                .forEach(charge -> withdraw(charge, events));
        resume(events);
    }

    private @Nullable Charge find(String chargeId) {
        return sheet.charges.stream()
                .filter(charge -> charge.chargeId().equals(chargeId))
                .findAny()
                .orElse(null);
    }

    /** What is accepted is billed at once, an expedite only when its date was met. */
    void bill(Charge charge, boolean ifDateMet, LocalDate on, List<OrderEvent> events) {
        var due = charge.billable(ifDateMet);
        if (!due.isEmpty()) {
            var billed = charge.billed(due, on);
            sheet.put(billed);
            var ids = due.stream().map(Charge.Line::chargeItemId).toList();
            var lines = billed.items().stream()
                    .filter(line -> ids.contains(line.chargeItemId()))
                    .toList();
            events.add(new OrderEvent.ChargeBillable(billed, lines, on));
        }
    }

    private void settle(Charge charge, Instant at, List<OrderEvent> events) {
        var agreed = charge.isAccepted() || charge.isWithdrawn();
        if (charge.requestId() == null && charge.cause() == Charge.Cause.EXPEDITE) {
            expedite(charge, agreed, events);
        }
        if (charge.requestId() == null) {
            if (charge.blocks()) {
                new Delivering(sheet).failBlocked(charge, at, events);
            }
            resume(events);
        } else if (charge.cause() == Charge.Cause.CANCELLATION) {
            new Cancelling(sheet).charged(charge.requestId(), agreed, events);
        } else {
            new DateChanging(sheet).charged(charge.requestId(), agreed, events);
        }
    }

    /** Accepted only after its charges are settled (MEF R25); declined, the standard date holds again. */
    private void expedite(Charge charge, boolean agreed, List<OrderEvent> events) {
        sheet.each(
                OrderItem.open(charge.itemId()),
                item -> item.with(item.fulfilment().expedite(true, agreed)));
        var dates = charge.expedite();
        if (!agreed && dates != null && dates.standard() != null) {
            sheet.commit(dates.standard(), "The expedite fee was not accepted.", events);
        }
    }

    private void resume(List<OrderEvent> events) {
        if (sheet.state != OrderState.HELD) {
            return;
        }
        var held = sheet.charges.stream().filter(Charge::isOpen).toList();
        sheet.each(
                item -> item.state() == ItemState.HELD
                        && held.stream()
                                .noneMatch(charge -> charge.itemId() == null
                                        || charge.itemId().equals(item.itemId())),
                item -> item.in(ItemState.IN_PROGRESS));
        if (held.isEmpty()) {
            events.add(sheet.move(OrderState.IN_PROGRESS, null));
        }
    }
}
