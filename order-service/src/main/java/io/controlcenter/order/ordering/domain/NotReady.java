package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A customer who is not ready for what was committed: limits, and what happens when they pass (domain b.2, rule 4). */
public final class NotReady {

    private final Sheet sheet;

    NotReady(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * @param newDue the date wanted instead; null when the customer named none
     * @param noShow whether nobody was there or answered: then services commence on the original date
     */
    public record Report(String reason, @Nullable LocalDate newDue, boolean noShow) {}

    /**
     * The limits, as dates of today.
     *
     * @param earliest the first new date that leaves enough notice
     * @param maxDelayDays after so many days the order is cancelled or the services commence
     * @param newDueDays a new date is at most so many days after the original
     * @param commencesFrom a new date from here on means that services commence on the original date
     */
    public record Limits(LocalDate earliest, int maxDelayDays, int newDueDays, LocalDate commencesFrom) {}

    /** The date from which the limits count: the first one that the customer was not ready on. */
    public static LocalDate originalDue(OrderSnapshot order) {
        var delay = order.progress().delay();
        return delay == null ? Objects.requireNonNull(order.terms().customerCommitDate()) : delay.originalDue();
    }

    public Outcome report(Report report, Limits limits, Instant at) {
        if (sheet.state != OrderState.IN_PROGRESS && sheet.state != OrderState.AWAITING_ACCEPTANCE) {
            return sheet.notNow("put off");
        }
        if (sheet.isDisconnect()) {
            return sheet.notNow("put off");
        }
        if (report.reason().isBlank()) {
            return Sheet.refused(new Refusal.ReasonMissing("Say why the customer is not ready."));
        }
        var newDue = report.newDue();
        var latest = latest(limits);
        if (newDue != null && (newDue.isBefore(limits.earliest()) || newDue.isAfter(latest))) {
            return Sheet.refused(new Refusal.NewDueOutOfLimits(limits.earliest(), latest));
        }
        var events = new ArrayList<OrderEvent>();
        var delay = delay(newDue, report.noShow(), limits);
        if (newDue == null) {
            putOff(delay, Jeopardy.Level.HIGH, report.reason(), "Agree a new date with the customer.", at, events);
        } else {
            var plan = "Deliver on " + newDue + ".";
            putOff(delay.until(newDue), Jeopardy.Level.MEDIUM, report.reason(), plan, at, events);
        }
        sheet.moveItems(ItemState.IN_PROGRESS);
        sheet.reset(MilestoneCode.CONNECTION_NOTICE_SENT, report.reason(), events);
        if (newDue != null) {
            sheet.commitAll(newDue, report.reason(), events);
        }
        if (sheet.state != OrderState.IN_PROGRESS) {
            events.add(sheet.move(OrderState.IN_PROGRESS, report.reason()));
        }
        return new Outcome.Done(events);
    }

    /**
     * What the customer has just asked for comes so late that it counts as not ready too, whatever is decided about it.
     *
     * @param wish the date asked for; null when the order is to be cancelled
     */
    public Outcome count(@Nullable LocalDate wish, String reason, Limits limits, Instant at) {
        var latest = latest(limits);
        if (wish != null && (wish.isBefore(limits.earliest()) || wish.isAfter(latest))) {
            return Sheet.refused(new Refusal.LateWishOutOfLimits(limits.earliest(), latest));
        }
        var events = new ArrayList<OrderEvent>();
        var before = sheet.progress.delay();
        var agreed = before == null ? null : before.newDue();
        var delay = delay(wish, false, limits);
        putOff(
                agreed == null ? delay : delay.until(agreed),
                Jeopardy.Level.HIGH,
                reason,
                "Decide on what the customer asks for.",
                at,
                events);
        return new Outcome.Done(events);
    }

    private LocalDate latest(Limits limits) {
        return originalDue(sheet.snapshot()).plusDays(limits.newDueDays());
    }

    private void putOff(
            Progress.CustomerDelay delay,
            Jeopardy.Level level,
            String reason,
            String plan,
            Instant at,
            List<OrderEvent> events) {
        sheet.progress = sheet.progress.delayed(delay);
        events.add(new OrderEvent.CustomerNotReady(delay, reason));
        new Watching(sheet).raise(new Jeopardy(Jeopardy.Code.CUSTOMER_NOT_READY, level, reason, plan, at), events);
    }

    /** @param wish the date wanted instead; it is agreed once it is committed to */
    private Progress.CustomerDelay delay(@Nullable LocalDate wish, boolean noShow, Limits limits) {
        var before = sheet.progress.delay();
        var commences = noShow
                || (before != null && before.commencesOnDue())
                || (wish != null && !wish.isBefore(limits.commencesFrom()));
        var original = originalDue(sheet.snapshot());
        return new Progress.CustomerDelay(original, null, commences, original.plusDays(limits.maxDelayDays() + 1L));
    }

    /**
     * The last day has passed. Installed services commence, unless the product says otherwise; what is not installed is
     * cancelled, and the cancellation charge is owed.
     *
     * @param commence whether services that are installed commence rather than being cancelled
     */
    public Outcome expire(
            boolean commence,
            ChangeRequest.Price cancellation,
            LocalDate today,
            Acceptance.Delivery delivery,
            Instant at) {
        var delay = sheet.progress.delay();
        var waiting = sheet.state == OrderState.IN_PROGRESS || sheet.state == OrderState.AWAITING_ACCEPTANCE;
        if (delay == null || !waiting || today.isBefore(delay.expiresOn())) {
            return Outcome.done();
        }
        if (commence && sheet.hasReached(MilestoneCode.INSTALL_COMPLETE)) {
            return new Acceptance(sheet).complete(AcceptanceOutcome.CUSTOMER_NOT_READY, today, delivery, at);
        }
        List<OrderEvent> events = new ArrayList<>();
        new Cancelling(sheet)
                .force("The customer was not ready until " + delay.expiresOn() + ".", cancellation, today, at, events);
        return new Outcome.Done(events);
    }
}
