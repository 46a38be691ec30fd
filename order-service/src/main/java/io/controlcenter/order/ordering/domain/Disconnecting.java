package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Services that end: not before 30 days after receipt, and put off or called off only until six days before they are
 * stopped to be billed (domain b.2, rule 9; the numbers are settings). No acceptance, and no charge.
 */
public final class Disconnecting {

    private final Sheet sheet;

    Disconnecting(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The later of receipt plus notice and the requested date. */
    public static LocalDate stopDate(LocalDate received, int noticeDays, LocalDate requested) {
        var earliest = received.plusDays(noticeDays);
        return requested.isBefore(earliest) ? earliest : requested;
    }

    void begin(LocalDate on, Instant at, List<OrderEvent> events) {
        sheet.commit(on, null, events);
        sheet.moveItems(ItemState.IN_PROGRESS);
        events.add(sheet.move(OrderState.IN_PROGRESS, null));
        events.add(sheet.reach(MilestoneCode.CCD_SET, at, "Disconnect on " + on + "."));
    }

    /** Puts the end off to a later date. */
    public Outcome extend(RequestedDate to, String reason, LocalDate lastDay, LocalDate today, Person by, Instant at) {
        if (sheet.state != OrderState.IN_PROGRESS) {
            return sheet.notNow("put off");
        }
        if (today.isAfter(lastDay)) {
            return Sheet.refused(new Refusal.DisconnectTooNear(lastDay));
        }
        var stop = Objects.requireNonNull(sheet.terms.customerCommitDate());
        if (!to.date().isAfter(stop)) {
            return Sheet.refused(new Refusal.DisconnectOnlyLater(stop));
        }
        var changing = new DateChanging(sheet);
        var events = new ArrayList<OrderEvent>();
        if (changing.ask(to, reason, ChangeRequest.Price.FREE, by, at) instanceof Outcome.Done(var asked)) {
            events.addAll(asked);
        }
        changing.carryOut(sheet.openRequest(ChangeRequest.Kind.DATE_CHANGE).orElseThrow(), events);
        return new Outcome.Done(events);
    }

    /** Calls the end off: the services stay. */
    public Outcome cancel(String reason, LocalDate lastDay, LocalDate today, Person by, Instant at) {
        var cancelling = new Cancelling(sheet);
        if (sheet.state == OrderState.IN_PROGRESS && today.isAfter(lastDay)) {
            return Sheet.refused(new Refusal.DisconnectTooNear(lastDay));
        }
        var outcome = cancelling.ask(reason, ChangeRequest.Price.FREE, by, at);
        if (!(outcome instanceof Outcome.Done(var asked))) {
            return outcome;
        }
        var events = new ArrayList<>(asked);
        cancelling.carryOut(sheet.openRequest(ChangeRequest.Kind.CANCELLATION).orElseThrow(), events);
        return new Outcome.Done(events);
    }

    /** The day has come: the services are gone, and this is the first day that is not billed. */
    public Outcome complete(LocalDate today, Acceptance.Delivery ending, Instant at) {
        var stop = sheet.terms.customerCommitDate();
        if (!sheet.isDisconnect() || sheet.state != OrderState.IN_PROGRESS || stop == null || today.isBefore(stop)) {
            return Outcome.done();
        }
        var events = new ArrayList<OrderEvent>();
        sheet.each(OrderItem::isOpen, item -> item.delivered(ending.of(item, stop), today));
        sheet.end(OrderState.COMPLETED, null, at, events);
        events.add(new OrderEvent.Disconnected(sheet.items));
        return new Outcome.Done(events);
    }
}
