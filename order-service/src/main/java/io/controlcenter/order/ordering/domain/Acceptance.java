package io.controlcenter.order.ordering.domain;

import static io.controlcenter.order.ordering.domain.MilestoneCode.CONNECTION_NOTICE_SENT;
import static io.controlcenter.order.ordering.domain.MilestoneCode.TEST_AND_TURN_UP_PASSED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The customer's answer to the connection notice, or its absence. */
public final class Acceptance {

    private final Sheet sheet;

    Acceptance(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Makes the service and the circuit that an item becomes. */
    @FunctionalInterface
    public interface Delivery {
        OrderItem.Delivery of(OrderItem item, LocalDate commencement);
    }

    /**
     * The customer accepts: the services are installed, and commence on this date, but never before a firm date.
     *
     * @param today the date of acceptance in the account's zone
     */
    public Outcome accept(LocalDate today, Delivery delivery, Instant at) {
        if (sheet.state != OrderState.AWAITING_ACCEPTANCE) {
            return sheet.notNow("accepted");
        }
        return complete(AcceptanceOutcome.ACCEPTED, today, delivery, at);
    }

    /** Nobody answered the notice in time. */
    public Outcome deem(LocalDate today, Delivery delivery, Instant at) {
        var notice = sheet.progress.notice();
        if (sheet.state != OrderState.AWAITING_ACCEPTANCE || notice == null || at.isBefore(notice.answerBy())) {
            return Outcome.done();
        }
        return complete(AcceptanceOutcome.DEEMED_ACCEPTED, today, delivery, at);
    }

    Outcome complete(AcceptanceOutcome outcome, LocalDate today, Delivery delivery, Instant at) {
        var events = new ArrayList<OrderEvent>();
        var open = sheet.items.stream()
                .filter(OrderItem::isOpen)
                .map(OrderItem::itemId)
                .toList();
        sheet.each(OrderItem::isOpen, item -> item.delivered(delivery.of(item, commencement(item, today)), today));
        billMetExpedites(today, events);
        var words = outcome == AcceptanceOutcome.ACCEPTED ? null : outcome.name();
        sheet.end(sheet.delivered(), words, at, events);
        events.add(sheet.reach(MilestoneCode.CUSTOMER_ACCEPTED, at, words));
        var delivered = sheet.items.stream()
                .filter(item -> open.contains(item.itemId()))
                .toList();
        events.add(new OrderEvent.Accepted(delivered, outcome));
        if (delivered.stream().anyMatch(item -> hasCommenced(item, today))) {
            events.add(sheet.reach(MilestoneCode.BILLING_STARTED, at, null));
        }
        return new Outcome.Done(events);
    }

    private static boolean hasCommenced(OrderItem item, LocalDate today) {
        return !Objects.requireNonNull(item.delivery()).commencementDate().isAfter(today);
    }

    private LocalDate commencement(OrderItem item, LocalDate today) {
        var delay = sheet.progress.delay();
        if (delay != null && delay.commencesOnDue()) {
            var due = due(item, delay.originalDue());
            if (due.isBefore(today)) {
                return due;
            }
        }
        return sheet.firmDate(item).filter(today::isBefore).orElse(today);
    }

    /** A later date that was agreed for the item alone is its due date. */
    private static LocalDate due(OrderItem item, LocalDate original) {
        var own = item.fulfilment().requestedDate();
        return own == null || own.date().isBefore(original) ? original : own.date();
    }

    /** An expedite costs only when what it is about was ready by the date that was promised for it. */
    private void billMetExpedites(LocalDate today, List<OrderEvent> events) {
        var notice = sheet.progress.notice();
        var charging = new Charging(sheet);
        sheet.charges.forEach(charge -> {
            var dates = charge.expedite();
            var ready = notice != null && dates != null && !notice.sentOn().isAfter(dates.promised());
            if (ready && isDelivered(charge)) {
                charging.bill(charge, true, today, events);
            }
        });
    }

    private boolean isDelivered(Charge charge) {
        return sheet.items.stream()
                .filter(item -> charge.itemId() == null || charge.itemId().equals(item.itemId()))
                .anyMatch(item -> item.state() == ItemState.COMPLETED);
    }

    /** The first day of the term has come for services that were accepted before it. */
    public Outcome startBilling(Instant at) {
        var started = sheet.hasReached(MilestoneCode.BILLING_STARTED);
        var accepted = sheet.state == OrderState.COMPLETED || sheet.state == OrderState.PARTIAL;
        return started || !accepted
                ? Outcome.done()
                : Outcome.done(sheet.reach(MilestoneCode.BILLING_STARTED, at, null));
    }

    /** The customer does not accept: test and turn-up has to be passed, and the notice sent, again. */
    public Outcome reject(@org.jspecify.annotations.Nullable String reason) {
        if (sheet.state != OrderState.AWAITING_ACCEPTANCE) {
            return sheet.notNow("rejected");
        }
        if (reason == null || reason.isBlank()) {
            return Sheet.refused(new Refusal.ReasonMissing("Say why it is not accepted."));
        }
        var events = new ArrayList<OrderEvent>();
        events.add(new OrderEvent.AcceptanceRejected(reason));
        sheet.moveItems(ItemState.IN_PROGRESS);
        sheet.reset(TEST_AND_TURN_UP_PASSED, reason, events);
        sheet.reset(CONNECTION_NOTICE_SENT, reason, events);
        events.add(sheet.move(OrderState.IN_PROGRESS, reason));
        return new Outcome.Done(events);
    }
}
