package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.MilestoneCode.CCD_SET;
import static io.controlcenter.order.ordering.domain.MilestoneCode.CONNECTION_NOTICE_SENT;
import static io.controlcenter.order.ordering.domain.MilestoneCode.FOC_RECEIVED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the commit date to the connection notice. */
public final class Delivering {

    private final Sheet sheet;

    Delivering(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The care manager reports a milestone that only has to be written down. */
    public Outcome report(MilestoneCode code, @Nullable String note, Instant at) {
        var refused = reportable(code, OrderState.IN_PROGRESS);
        return refused == null ? Outcome.done(sheet.reach(code, at, note)) : Sheet.refused(refused);
    }

    private @Nullable Refusal reportable(MilestoneCode code, OrderState during) {
        if (!code.isReportable() || sheet.isDisconnect()) {
            return new Refusal.MilestoneFollowsByItself(code);
        }
        if (sheet.state != during && !(sheet.state == OrderState.HELD && during == OrderState.IN_PROGRESS)) {
            return new Refusal.NotInThisState("reported on", sheet.state);
        }
        if (sheet.hasReached(code)) {
            return new Refusal.MilestoneReachedAlready(code);
        }
        var missing = code.prerequisites().stream()
                .filter(before -> !sheet.isBehind(before))
                .sorted()
                .toList();
        return missing.isEmpty() ? null : new Refusal.MilestoneTooEarly(code, missing);
    }

    /**
     * What the provider commits to.
     *
     * @param date the customer commit date; null was not given
     * @param fee what the improvement over the standard costs, for an expedite; empty otherwise
     * @param standard the date without expedite; null when agreed case by case
     */
    public record Commitment(
            @Nullable LocalDate date,
            List<NewCharge.Line> fee,
            @Nullable LocalDate standard,
            Instant responseDueAt) {}

    /** The commit date starts fulfilment; the fee of an expedite is asked for at once. */
    public Outcome commit(Commitment to, @Nullable String note, Instant at) {
        var refused = sheet.state == OrderState.ACKNOWLEDGED
                ? reportable(CCD_SET, OrderState.ACKNOWLEDGED)
                : reportable(CCD_SET, OrderState.IN_PROGRESS);
        if (refused != null) {
            return Sheet.refused(refused);
        }
        var date = to.date();
        if (date == null) {
            return Sheet.refused(new Refusal.DateMissing("CCD_SET needs the customer commit date."));
        }
        var early = sheet.firmDate().filter(date::isBefore);
        if (early.isPresent()) {
            return Sheet.refused(new Refusal.CommitDateTooEarly(early.get()));
        }
        var events = new ArrayList<OrderEvent>();
        sheet.commit(date, null, events);
        sheet.moveItems(ItemState.IN_PROGRESS);
        events.add(sheet.move(OrderState.IN_PROGRESS, null));
        events.add(sheet.reach(CCD_SET, at, note));
        if (!to.fee().isEmpty()) {
            var expedite = new Charge.Expedite(date, to.standard());
            new Charging(sheet)
                    .hold(
                            new NewCharge(null, Charge.Cause.EXPEDITE, to.fee(), to.responseDueAt(), expedite),
                            at,
                            events);
        }
        return new Outcome.Done(events);
    }

    /** An off-net carrier has confirmed its part for a date. */
    public Outcome confirmedByCarrier(@Nullable LocalDate date, @Nullable String note, Instant at) {
        var refused = reportable(FOC_RECEIVED, OrderState.IN_PROGRESS);
        if (refused != null) {
            return Sheet.refused(refused);
        }
        if (date == null) {
            return Sheet.refused(new Refusal.DateMissing("FOC_RECEIVED needs the date of the carrier's confirmation."));
        }
        var before = sheet.terms.focDate();
        sheet.terms = sheet.terms.confirmedFor(date);
        return Outcome.done(
                new OrderEvent.DateChanged(OrderEvent.DateKind.FOC, null, null, before, date, note),
                sheet.reach(FOC_RECEIVED, at, note));
    }

    /**
     * The services are installed and tested; from now on the customer has time until {@code notice.answerBy}. The notice
     * needs the care manager's name, phone number and e-mail address as they are today.
     */
    public Outcome noticeConnection(CareManager today, Progress.Notice notice, @Nullable String note, Instant at) {
        if (sheet.state == OrderState.HELD) {
            return sheet.notNow("handed over");
        }
        var refused = reportable(CONNECTION_NOTICE_SENT, OrderState.IN_PROGRESS);
        if (refused != null) {
            return Sheet.refused(refused);
        }
        var missing = today.missingForLetter();
        if (!missing.isEmpty()) {
            return Sheet.refused(new Refusal.CareManagerIncomplete(today, missing));
        }
        sheet.progress = sheet.progress.noticed(notice);
        sheet.moveItems(ItemState.AWAITING_ACCEPTANCE);
        return Outcome.done(
                sheet.move(OrderState.AWAITING_ACCEPTANCE, null), sheet.reach(CONNECTION_NOTICE_SENT, at, note));
    }

    /** From here on nothing can be undone without loss. */
    public Outcome passPointOfNoReturn(String reason, Instant at) {
        if (!sheet.state.isBeingDelivered()) {
            return sheet.notNow("put past the point of no return");
        }
        if (sheet.progress.pointOfNoReturn() != null) {
            return Sheet.refused(new Refusal.PastPointOfNoReturn());
        }
        var point = new Progress.PointOfNoReturn(at, reason);
        sheet.progress = sheet.progress.past(point);
        return Outcome.done(new OrderEvent.PointOfNoReturnReached(point));
    }

    /** An item cannot be delivered. The order ends when no other is left. */
    public Outcome fail(String itemId, String reason, Instant at) {
        if (sheet.state != OrderState.IN_PROGRESS && sheet.state != OrderState.HELD) {
            return sheet.notNow("given up in part");
        }
        var item = sheet.item(itemId).orElse(null);
        if (item == null) {
            return Sheet.refused(new Refusal.UnknownItem(itemId));
        }
        if (!item.isOpen()) {
            return Sheet.refused(new Refusal.ItemOver(itemId, item.state()));
        }
        var events = new ArrayList<OrderEvent>();
        fail(List.of(item), reason, at, events);
        return new Outcome.Done(events);
    }

    /** A blocking charge was declined: what it was about fails. */
    void failBlocked(Charge charge, Instant at, List<OrderEvent> events) {
        var blocked =
                sheet.items.stream().filter(OrderItem.open(charge.itemId())).toList();
        fail(blocked, "The charge %s was not accepted.".formatted(charge.chargeId()), at, events);
    }

    private void fail(List<OrderItem> failing, String reason, Instant at, List<OrderEvent> events) {
        var ids = failing.stream().map(OrderItem::itemId).toList();
        sheet.each(
                item -> ids.contains(item.itemId()),
                item -> item.with(item.fulfilment().failed(reason)));
        ids.forEach(id -> events.add(new OrderEvent.ItemFailed(id, reason)));
        if (sheet.items.stream().noneMatch(OrderItem::isOpen)) {
            sheet.end(sheet.ending(OrderState.FAILED), reason, at, events);
        } else {
            new Charging(sheet).withdrawFor(ids, events);
        }
    }
}
