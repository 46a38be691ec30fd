package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The buyer asks for another date of the order, or of an item: later, or earlier for a fee. One at a time, not past the
 * point of no return, and never when the earliest capability was ordered. Dates change only when it is done.
 */
public final class DateChanging {

    private final Sheet sheet;
    private final Asking asking;

    DateChanging(Sheet sheet) {
        this.sheet = sheet;
        this.asking = new Asking(sheet, ChangeRequest.Kind.DATE_CHANGE);
    }

    /**
     * How far, and until when, a date can be changed.
     *
     * @param latest the last date that a customer may put the delivery off to
     * @param lastNotice the last day of saying that it is to be later than committed (domain b.2, rule 5)
     * @param pastReturn whether the rate card's last day for changes has passed
     */
    public record Limits(LocalDate latest, LocalDate lastNotice, boolean pastReturn) {}

    /**
     * @param price what the change costs by the rate card of today
     * @param today in the zone of the account
     */
    public Outcome ask(ChangeRequest.Wish wish, ChangeRequest.Price price, Limits limits, LocalDate today) {
        if (asking.open().isPresent()) {
            return Sheet.refused(new Refusal.DateChangeOpen());
        }
        if (sheet.state != OrderState.IN_PROGRESS) {
            return sheet.notNow("given another date");
        }
        var wanted = Objects.requireNonNull(sheet.terms.requestedDate());
        if (wanted.kind() == RequestedDate.Kind.EARLIEST_CAPABILITY) {
            return Sheet.refused(new Refusal.EarliestCapabilityStays());
        }
        if (limits.pastReturn() || sheet.progress.pointOfNoReturn() != null) {
            return Sheet.refused(new Refusal.PastPointOfNoReturn());
        }
        var closed = sheet.closed(wish.itemId());
        if (closed != null) {
            return Sheet.refused(closed);
        }
        var date = wish.newDate().date();
        if (date.isAfter(limits.latest())) {
            return Sheet.refused(new Refusal.DateTooLate(limits.latest()));
        }
        var later = sheet.expected(wish.itemId()).anyMatch(date::isAfter);
        return later && today.isAfter(limits.lastNotice())
                ? Sheet.refused(new Refusal.NoticeTooShort(limits.lastNotice()))
                : asked(wish, price);
    }

    Outcome.Done asked(ChangeRequest.Wish wish, ChangeRequest.Price price) {
        return asking.ask(wish, price, OrderState.PENDING);
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
        var request = asking.undecided();
        if (request == null) {
            return Sheet.refused(new Refusal.NothingToDecide());
        }
        var wish = request.wish().newDate();
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
        var wanted = new NewCharge(request.wish().itemId(), cause, lines, responseDueAt, expedite);
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
        var decided = request.decided(ChangeRequest.State.REJECTED, new ChangeRequest.Decision(at, by, reason, null));
        close(decided, reason, events);
        return new Outcome.Done(events);
    }

    /** The charge of the request was answered, lapsed or taken back. */
    void charged(String requestId, boolean agreed, List<OrderEvent> events) {
        var request = asking.find(requestId);
        if (agreed) {
            carryOut(request, events);
        } else {
            close(request.in(ChangeRequest.State.DECLINED), "The charge was not accepted.", events);
        }
    }

    void carryOut(ChangeRequest request, List<OrderEvent> events) {
        var itemId = request.wish().itemId();
        if (itemId == null) {
            moveOrder(request, events);
        } else {
            moveItem(itemId, request, events);
        }
        var expedite = request.wish().newDate().kind() == RequestedDate.Kind.EXPEDITE;
        sheet.each(OrderItem.open(itemId), item -> item.with(item.fulfilment().expedite(expedite, expedite)));
        close(request.in(ChangeRequest.State.DONE), null, events);
    }

    private void moveOrder(ChangeRequest request, List<OrderEvent> events) {
        var wish = request.wish().newDate();
        var before = sheet.terms.requestedDate();
        sheet.terms = sheet.terms.wanting(wish);
        events.add(new OrderEvent.DateChanged(
                OrderEvent.DateKind.REQUESTED,
                null,
                null,
                before == null ? null : before.date(),
                wish.date(),
                request.wish().reason()));
        sheet.commitAll(committed(request), request.wish().reason(), events);
    }

    /** The item has a date of its own from now on; what is committed to for the order stays. */
    private void moveItem(String itemId, ChangeRequest request, List<OrderEvent> events) {
        var wish = request.wish().newDate();
        var commit = committed(request);
        var reason = request.wish().reason();
        var item = sheet.item(itemId).orElseThrow();
        var before = item.requested(sheet.terms);
        sheet.each(
                OrderItem.open(itemId),
                one -> one.with(one.fulfilment().wanted(wish).expectedOn(commit)));
        events.add(new OrderEvent.DateChanged(
                OrderEvent.DateKind.REQUESTED,
                null,
                itemId,
                before == null ? null : before.date(),
                wish.date(),
                reason));
        var expected = item.fulfilment().expectedCompletionDate();
        if (!commit.equals(expected)) {
            events.add(new OrderEvent.DateChanged(
                    OrderEvent.DateKind.EXPECTED_COMPLETION, null, itemId, expected, commit, reason));
        }
    }

    private static LocalDate committed(ChangeRequest request) {
        var decision = request.decision();
        return decision == null || decision.commitDate() == null
                ? request.wish().newDate().date()
                : decision.commitDate();
    }

    private void close(ChangeRequest request, @Nullable String reason, List<OrderEvent> events) {
        sheet.put(request);
        events.add(new OrderEvent.RequestDecided(request));
        sheet.moveItems(ItemState.IN_PROGRESS);
        events.add(sheet.move(OrderState.IN_PROGRESS, reason));
    }
}
