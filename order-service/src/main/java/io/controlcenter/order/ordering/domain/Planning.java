package io.controlcenter.order.ordering.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What is to be reached when; every changed date has a reason (MEF R50). */
public final class Planning {

    private final Sheet sheet;

    Planning(Sheet sheet) {
        this.sheet = sheet;
    }

    /** @param reason why another date; needed when there was one */
    public Outcome plan(MilestoneCode code, LocalDate date, @Nullable String reason) {
        if (sheet.state.isTerminal() || sheet.state == OrderState.DRAFT) {
            return sheet.notNow("planned");
        }
        if (!code.isReportable()) {
            return Sheet.refused(new Refusal.MilestoneFollowsByItself(code));
        }
        if (sheet.hasReached(code)) {
            return Sheet.refused(new Refusal.MilestoneReachedAlready(code));
        }
        var before = sheet.milestone(code).plannedDate();
        if (date.equals(before)) {
            return Outcome.done();
        }
        if (before != null && isBlank(reason)) {
            return Sheet.refused(new Refusal.ReasonMissing("Say why the date changes."));
        }
        sheet.put(sheet.milestone(code).plannedFor(date));
        return Outcome.done(
                new OrderEvent.DateChanged(OrderEvent.DateKind.MILESTONE, code, null, before, date, reason));
    }

    /** This delivery goes without it. What the connection notice needs cannot be left out. */
    public Outcome skip(MilestoneCode code, @Nullable String reason) {
        if (sheet.state.isTerminal() || sheet.state == OrderState.DRAFT) {
            return sheet.notNow("planned");
        }
        if (!code.isOptional()) {
            return Sheet.refused(new Refusal.MilestoneNeeded(code));
        }
        if (sheet.hasReached(code)) {
            return Sheet.refused(new Refusal.MilestoneReachedAlready(code));
        }
        if (reason == null || reason.isBlank()) {
            return Sheet.refused(new Refusal.ReasonMissing("Say why it is left out."));
        }
        var skipped = sheet.milestone(code).in(Milestone.Status.SKIPPED, reason);
        sheet.put(skipped);
        return Outcome.done(new OrderEvent.MilestoneReset(skipped, reason));
    }

    /** The planned days that have passed without being reached. */
    public Outcome miss(LocalDate today) {
        if (sheet.state.isTerminal()) {
            return Outcome.done();
        }
        var events = new ArrayList<OrderEvent>();
        for (var milestone : sheet.snapshot().milestones()) {
            var planned = milestone.plannedDate();
            if (milestone.status() == Milestone.Status.PENDING && planned != null && planned.isBefore(today)) {
                var missed = milestone.in(Milestone.Status.MISSED, milestone.note());
                sheet.put(missed);
                events.add(new OrderEvent.MilestoneMissed(missed));
            }
        }
        return new Outcome.Done(events);
    }

    /** The provider commits to another date; a firm date is kept. */
    public Outcome recommit(LocalDate date, @Nullable String reason) {
        if (sheet.terms.customerCommitDate() == null || !sheet.state.isBeingDelivered() || sheet.isDisconnect()) {
            return sheet.notNow("committed to another date");
        }
        var early = sheet.firmDate().filter(date::isBefore);
        if (early.isPresent()) {
            return Sheet.refused(new Refusal.CommitDateTooEarly(early.get()));
        }
        if (isBlank(reason)) {
            return Sheet.refused(new Refusal.ReasonMissing("Say why the date changes."));
        }
        var events = new ArrayList<OrderEvent>();
        sheet.commit(date, reason, events);
        return new Outcome.Done(events);
    }

    /** Another date on which an item is expected to be complete. */
    public Outcome expect(String itemId, LocalDate date, @Nullable String reason) {
        var item = sheet.item(itemId).orElse(null);
        if (item == null) {
            return Sheet.refused(new Refusal.UnknownItem(itemId));
        }
        if (!sheet.state.isBeingDelivered() || sheet.isDisconnect()) {
            return sheet.notNow("expected on another date");
        }
        if (!item.isOpen()) {
            return Sheet.refused(new Refusal.ItemOver(itemId, item.state()));
        }
        var before = item.fulfilment().expectedCompletionDate();
        if (date.equals(before)) {
            return Outcome.done();
        }
        if (isBlank(reason)) {
            return Sheet.refused(new Refusal.ReasonMissing("Say why the date changes."));
        }
        sheet.each(
                one -> one.itemId().equals(itemId),
                one -> one.with(one.fulfilment().expectedOn(date)));
        return Outcome.done(new OrderEvent.DateChanged(
                OrderEvent.DateKind.EXPECTED_COMPLETION, null, itemId, before, date, reason));
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
