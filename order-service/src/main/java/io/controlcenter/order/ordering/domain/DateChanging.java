package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The buyer asks for another date: later, or earlier for a fee. One at a time, not past the point of no return, and never
 * when the earliest capability was ordered. Dates change only when it is done.
 */
public final class DateChanging {

    private final Sheet sheet;

    DateChanging(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * @param price what the change costs by the rate card of today
     * @param latest the last date that a customer may put the delivery off to
     * @param pastReturn whether the rate card's last day for changes has passed
     */
    public Outcome ask(
            RequestedDate wish,
            String reason,
            ChangeRequest.Price price,
            LocalDate latest,
            boolean pastReturn,
            Person by,
            Instant at) {
        if (sheet.openRequest(ChangeRequest.Kind.DATE_CHANGE).isPresent()) {
            return Sheet.refused(new Refusal.DateChangeOpen());
        }
        if (sheet.state != OrderState.IN_PROGRESS) {
            return sheet.notNow("given another date");
        }
        var wanted = Objects.requireNonNull(sheet.terms.requestedDate());
        if (wanted.kind() == RequestedDate.Kind.EARLIEST_CAPABILITY) {
            return Sheet.refused(new Refusal.EarliestCapabilityStays());
        }
        if (pastReturn || sheet.progress.pointOfNoReturn() != null) {
            return Sheet.refused(new Refusal.PastPointOfNoReturn());
        }
        if (wish.date().isAfter(latest)) {
            return Sheet.refused(new Refusal.DateTooLate(latest));
        }
        return ask(wish, reason, price, by, at);
    }

    Outcome ask(RequestedDate wish, String reason, ChangeRequest.Price price, Person by, Instant at) {
        var request = new ChangeRequest(
                "%s-D%d".formatted(sheet.orderNumber(), sheet.requests.size() + 1),
                ChangeRequest.Kind.DATE_CHANGE,
                ChangeRequest.State.ACKNOWLEDGED,
                wish,
                reason,
                price,
                at,
                by,
                sheet.state,
                null,
                null);
        sheet.put(request);
        sheet.moveItems(ItemState.PENDING);
        return Outcome.done(new OrderEvent.RequestMade(request), sheet.move(OrderState.PENDING, reason));
    }

    /**
     * The seller can do it. What it costs is charged first; without a cost it is done.
     *
     * @param commitDate what the seller commits to
     * @param quotedFee the fee of an expedite that is agreed case by case; empty otherwise
     */
    public Outcome agree(
            LocalDate commitDate,
            List<NewCharge.Line> quotedFee,
            Instant responseDueAt,
            @Nullable String note,
            Person by,
            Instant at) {
        var request = sheet.openRequest(ChangeRequest.Kind.DATE_CHANGE)
                .filter(open -> open.state() == ChangeRequest.State.ACKNOWLEDGED)
                .orElse(null);
        if (request == null) {
            return Sheet.refused(new Refusal.NothingToDecide());
        }
        var wish = Objects.requireNonNull(request.wish());
        if (commitDate.isBefore(wish.date()) && wish.kind() == RequestedDate.Kind.FIRM_DATE) {
            return Sheet.refused(new Refusal.CommitDateTooEarly(wish.date()));
        }
        if (request.price().byQuote() == quotedFee.isEmpty()) {
            return Sheet.refused(new Refusal.QuotedFeeMismatch(request.price().byQuote()));
        }
        var decided =
                request.decided(ChangeRequest.State.ACKNOWLEDGED, new ChangeRequest.Decision(at, by, note, commitDate));
        var events = new ArrayList<OrderEvent>();
        var lines = new ArrayList<>(request.price().lines());
        lines.addAll(quotedFee);
        if (lines.isEmpty()) {
            carryOut(decided, events);
            return new Outcome.Done(events);
        }
        var expedite = lines.stream().anyMatch(NewCharge.Line::ifDateMet)
                ? new Charge.Expedite(commitDate, request.price().standard())
                : null;
        var cause = expedite == null ? Charge.Cause.MODIFICATION : Charge.Cause.EXPEDITE;
        var charge = new Charging(sheet)
                .open(new NewCharge(null, cause, lines, responseDueAt, expedite), request.requestId(), at, events);
        sheet.put(decided.charged(charge.chargeId()));
        return new Outcome.Done(events);
    }

    public Outcome refuse(String reason, Person by, Instant at) {
        var request = sheet.openRequest(ChangeRequest.Kind.DATE_CHANGE)
                .filter(open -> open.state() == ChangeRequest.State.ACKNOWLEDGED)
                .orElse(null);
        if (request == null) {
            return Sheet.refused(new Refusal.NothingToDecide());
        }
        var events = new ArrayList<OrderEvent>();
        var decided = request.decided(ChangeRequest.State.REJECTED, new ChangeRequest.Decision(at, by, reason, null));
        close(decided, reason, events);
        return new Outcome.Done(events);
    }

    /** The charge of the request was answered, lapsed or taken back. */
    void charged(String requestId, boolean agreed, List<OrderEvent> events) {
        var request = sheet.requests.stream()
                .filter(one -> one.requestId().equals(requestId))
                .findAny()
                .orElseThrow();
        if (agreed) {
            carryOut(request, events);
        } else {
            close(request.in(ChangeRequest.State.DECLINED), "The charge was not accepted.", events);
        }
    }

    void carryOut(ChangeRequest request, List<OrderEvent> events) {
        var wish = Objects.requireNonNull(request.wish());
        var before = sheet.terms.requestedDate();
        sheet.terms = sheet.terms.wanting(wish);
        events.add(new OrderEvent.DateChanged(
                OrderEvent.DateKind.REQUESTED,
                null,
                null,
                before == null ? null : before.date(),
                wish.date(),
                request.reason()));
        var decision = request.decision();
        var commit = decision == null || decision.commitDate() == null ? wish.date() : decision.commitDate();
        sheet.commit(commit, request.reason(), events);
        var expedite = wish.kind() == RequestedDate.Kind.EXPEDITE;
        sheet.each(OrderItem::isOpen, item -> item.with(item.fulfilment().expedite(expedite, expedite)));
        close(request.in(ChangeRequest.State.DONE), null, events);
    }

    private void close(ChangeRequest request, @Nullable String reason, List<OrderEvent> events) {
        sheet.put(request);
        events.add(new OrderEvent.RequestDecided(request));
        sheet.moveItems(ItemState.IN_PROGRESS);
        events.add(sheet.move(OrderState.IN_PROGRESS, reason));
    }
}
