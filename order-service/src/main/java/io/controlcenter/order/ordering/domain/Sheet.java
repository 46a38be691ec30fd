package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order while it is being decided about: what it is by now, and what has happened to it since it was found. */
final class Sheet {

    private final OrderSnapshot origin;
    private final Map<MilestoneCode, Milestone> milestones = new EnumMap<>(MilestoneCode.class);
    OrderState state;
    Terms terms;
    List<OrderItem> items;
    Progress progress;
    List<Charge> charges;
    List<ChangeRequest> requests;

    @Nullable
    Instant requirementsConfirmedAt;

    @Nullable
    CareManager careManager;

    @Nullable
    Letter letter;

    @Nullable
    Submittal submittal;

    @Nullable
    Instant completedAt;

    Sheet(OrderSnapshot origin) {
        this.origin = origin;
        this.state = origin.state();
        this.terms = origin.terms();
        this.items = origin.items();
        this.progress = origin.progress();
        this.charges = origin.charges();
        this.requests = origin.requests();
        this.requirementsConfirmedAt = origin.requirementsConfirmedAt();
        this.careManager = origin.careManager();
        this.letter = origin.letter();
        this.submittal = origin.submittal();
        this.completedAt = origin.completedAt();
        origin.milestones().forEach(milestone -> milestones.put(milestone.code(), milestone));
    }

    OrderSnapshot snapshot() {
        return new OrderSnapshot(
                origin.orderNumber(),
                origin.enterpriseId(),
                origin.accountId(),
                origin.quoteNumber(),
                state,
                terms,
                items,
                List.copyOf(milestones.values()),
                requirementsConfirmedAt,
                careManager,
                letter,
                origin.createdAt(),
                origin.createdBy(),
                submittal,
                completedAt,
                progress,
                charges,
                requests,
                origin.version());
    }

    String orderNumber() {
        return origin.orderNumber();
    }

    boolean isDisconnect() {
        return origin.isDisconnect();
    }

    Optional<LocalDate> firmDate() {
        return Optional.ofNullable(terms.requestedDate()).flatMap(RequestedDate::firm);
    }

    Optional<LocalDate> firmDate(OrderItem item) {
        return Optional.ofNullable(item.requested(terms)).flatMap(RequestedDate::firm);
    }

    Milestone milestone(MilestoneCode code) {
        return milestones.getOrDefault(code, Milestone.pending(code));
    }

    boolean hasReached(MilestoneCode code) {
        return milestone(code).status() == Milestone.Status.REACHED;
    }

    /** Reached or left out. */
    boolean isBehind(MilestoneCode code) {
        return hasReached(code) || milestone(code).status() == Milestone.Status.SKIPPED;
    }

    void put(Milestone milestone) {
        milestones.put(milestone.code(), milestone);
    }

    void forget(MilestoneCode code) {
        milestones.remove(code);
    }

    OrderEvent reach(MilestoneCode code, Instant at, @Nullable String note) {
        var milestone = milestone(code).reached(at, note);
        put(milestone);
        return new OrderEvent.MilestoneReached(milestone);
    }

    /** It has to be reached again; its plan stays. */
    void reset(MilestoneCode code, String reason, List<OrderEvent> events) {
        if (hasReached(code)) {
            var again = milestone(code).in(Milestone.Status.PENDING, null);
            put(again);
            events.add(new OrderEvent.MilestoneReset(again, reason));
        }
    }

    OrderEvent move(OrderState to, @Nullable String reason) {
        var from = state;
        state = to;
        return new OrderEvent.StateChanged(from, to, reason);
    }

    /** Puts the items that are not over into a state. */
    void moveItems(ItemState to) {
        each(OrderItem::isOpen, item -> item.in(to));
    }

    /** Why nothing can be asked of an item any more; null when it can. */
    @Nullable
    Refusal closed(@Nullable String itemId) {
        if (itemId == null) {
            return null;
        }
        var item = item(itemId).orElse(null);
        if (item == null) {
            return new Refusal.NoSuchItem(itemId);
        }
        return item.isOpen() ? null : new Refusal.ItemOver(itemId, item.state());
    }

    /** When what is open of this item, or of the order for null, is expected to be complete. */
    Stream<LocalDate> expected(@Nullable String itemId) {
        return items.stream()
                .filter(OrderItem.open(itemId))
                .map(item -> item.fulfilment().expectedCompletionDate())
                .filter(Objects::nonNull);
    }

    void each(Predicate<OrderItem> which, UnaryOperator<OrderItem> change) {
        items = items.stream()
                .map(item -> which.test(item) ? change.apply(item) : item)
                .toList();
    }

    Optional<OrderItem> item(String itemId) {
        return items.stream().filter(item -> item.itemId().equals(itemId)).findAny();
    }

    void put(ChangeRequest request) {
        requests = replaced(requests, request, old -> old.requestId().equals(request.requestId()));
    }

    void put(Charge charge) {
        charges = replaced(charges, charge, old -> old.chargeId().equals(charge.chargeId()));
    }

    private static <T> List<T> replaced(List<T> all, T one, Predicate<T> same) {
        var next = new ArrayList<>(all);
        next.removeIf(same);
        next.add(one);
        return List.copyOf(next);
    }

    /** What is committed to for the order, and for its items that have no date of their own. */
    void commit(LocalDate date, @Nullable String reason, List<OrderEvent> events) {
        var before = terms.customerCommitDate();
        if (!date.equals(before)) {
            terms = terms.committedTo(date);
            var delay = progress.delay();
            if (delay != null) {
                progress = progress.delayed(delay.until(date));
            }
            events.add(new OrderEvent.DateChanged(OrderEvent.DateKind.CCD, null, null, before, date, reason));
        }
        each(
                item -> item.isOpen() && item.fulfilment().requestedDate() == null,
                item -> item.with(item.fulfilment().expectedOn(date)));
    }

    /** The buyer moves the whole order: items have no date of their own any more. */
    void commitAll(LocalDate date, String reason, List<OrderEvent> events) {
        each(OrderItem::isOpen, item -> item.with(item.fulfilment().wanted(null)));
        commit(date, reason, events);
    }

    void clearJeopardy(List<OrderEvent> events) {
        var danger = progress.jeopardy();
        if (danger != null) {
            progress = progress.in((Jeopardy) null);
            events.add(new OrderEvent.JeopardyCleared(danger));
        }
    }

    /** How an order ends whose other items are delivered: in part when one of them failed. */
    OrderState delivered() {
        return items.stream().anyMatch(item -> item.state() == ItemState.FAILED)
                ? OrderState.PARTIAL
                : OrderState.COMPLETED;
    }

    /** How an order ends of which nothing is open any more, by what was delivered; as this when nothing was. */
    OrderState ending(OrderState undelivered) {
        return items.stream().anyMatch(item -> item.state() == ItemState.COMPLETED) ? delivered() : undelivered;
    }

    /** Ends the order; what is still asked of the customer is withdrawn. */
    void end(OrderState as, @Nullable String reason, Instant at, List<OrderEvent> events) {
        new Charging(this).withdrawAll(events);
        clearJeopardy(events);
        completedAt = at;
        events.add(move(as, reason));
    }

    Outcome.Refused notNow(String what) {
        return refused(new Refusal.NotInThisState(what, state));
    }

    static Outcome.Refused refused(Refusal why) {
        return new Outcome.Refused(why);
    }
}
