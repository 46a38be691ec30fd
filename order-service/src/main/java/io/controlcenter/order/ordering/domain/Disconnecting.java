package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /**
     * Puts the end off to a later date, of one service or of all.
     *
     * @param freezeDays before the end, in which it can no longer be
     */
    public Outcome extend(ChangeRequest.Wish wish, int freezeDays, LocalDate today) {
        if (sheet.state != OrderState.IN_PROGRESS) {
            return sheet.notNow("put off");
        }
        var refused = frozen(wish.itemId(), freezeDays, today);
        if (refused != null) {
            return Sheet.refused(refused);
        }
        var stop = sheet.expected(wish.itemId()).max(Comparator.naturalOrder()).orElseThrow();
        if (!wish.newDate().date().isAfter(stop)) {
            return Sheet.refused(new Refusal.DisconnectOnlyLater(stop));
        }
        var changing = new DateChanging(sheet);
        var events =
                new ArrayList<>(changing.asked(wish, ChangeRequest.Price.FREE).events());
        changing.carryOut(sheet.requests.getLast(), events);
        return new Outcome.Done(events);
    }

    /** Calls the end off, of one service or of all: they stay. */
    public Outcome cancel(ChangeRequest.Wish wish, int freezeDays, LocalDate today) {
        if (sheet.state != OrderState.IN_PROGRESS) {
            return sheet.notNow("cancelled");
        }
        var refused = frozen(wish.itemId(), freezeDays, today);
        if (refused != null) {
            return Sheet.refused(refused);
        }
        var cancelling = new Cancelling(sheet);
        var events =
                new ArrayList<>(cancelling.asked(wish, ChangeRequest.Price.FREE).events());
        cancelling.carryOut(sheet.requests.getLast(), events);
        return new Outcome.Done(events);
    }

    private @Nullable Refusal frozen(@Nullable String itemId, int freezeDays, LocalDate today) {
        var closed = sheet.closed(itemId);
        if (closed != null) {
            return closed;
        }
        var lastDay = sheet.expected(itemId)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minusDays(freezeDays);
        return today.isAfter(lastDay) ? new Refusal.DisconnectTooNear(lastDay) : null;
    }

    /** The day of services has come: they are gone, and it is the first day that is not billed. */
    public Outcome complete(LocalDate today, Acceptance.Delivery ending, Instant at) {
        if (!sheet.isDisconnect() || sheet.state != OrderState.IN_PROGRESS) {
            return Outcome.done();
        }
        var due = sheet.items.stream()
                .filter(item -> item.isOpen() && !today.isBefore(stop(item)))
                .map(OrderItem::itemId)
                .toList();
        if (due.isEmpty()) {
            return Outcome.done();
        }
        var events = new ArrayList<OrderEvent>();
        sheet.each(item -> due.contains(item.itemId()), item -> item.delivered(ending.of(item, stop(item)), today));
        if (sheet.items.stream().noneMatch(OrderItem::isOpen)) {
            sheet.end(sheet.delivered(), null, at, events);
        }
        events.add(new OrderEvent.Disconnected(
                sheet.items.stream().filter(item -> due.contains(item.itemId())).toList()));
        return new Outcome.Done(events);
    }

    private static LocalDate stop(OrderItem item) {
        return Objects.requireNonNull(item.fulfilment().expectedCompletionDate());
    }
}
