package io.controlcenter.order.quotes.domain;

import static io.controlcenter.order.quotes.domain.QuoteState.ACCEPTED;
import static io.controlcenter.order.quotes.domain.QuoteState.ACKNOWLEDGED;
import static io.controlcenter.order.quotes.domain.QuoteState.ANSWERED;
import static io.controlcenter.order.quotes.domain.QuoteState.CANCELLED;
import static io.controlcenter.order.quotes.domain.QuoteState.DECLINED;
import static io.controlcenter.order.quotes.domain.QuoteState.DRAFT;
import static io.controlcenter.order.quotes.domain.QuoteState.EXPIRED;
import static io.controlcenter.order.quotes.domain.QuoteState.IN_PROGRESS;
import static io.controlcenter.order.quotes.domain.QuoteState.ORDERABLE;
import static io.controlcenter.order.quotes.domain.QuoteState.ORDERABLE_ALTERNATE;
import static io.controlcenter.order.quotes.domain.QuoteState.REJECTED;
import static io.controlcenter.order.quotes.domain.QuoteState.UNABLE_TO_PROVIDE;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A quote from the request to the order that references it (domain b.2, MEF 115). It decides what may happen to it; what
 * it was, it stays.
 *
 * @param level what the buyer asked for
 * @param sellerLevel how binding the answer is; null while there is none
 * @param work what the provider does for it
 * @param validUntil last day on which the answer holds; null while there is none
 * @param reason why it was rejected, declined, cancelled or cannot be provided
 * @param orderNumber the order that references it
 */
public record Quote(
        String quoteNumber,
        Request request,
        QuoteState state,
        Level level,
        @Nullable Level sellerLevel,
        List<QuoteItem> items,
        Work work,
        @Nullable LocalDate validUntil,
        @Nullable String reason,
        @Nullable String orderNumber) {

    /** What the buyer said once. */
    public record Request(
            String enterpriseId,
            String accountId,
            @Nullable String externalId,
            @Nullable LocalDate requestedCompletionDate,
            Contact contact) {}

    public record Contact(
            String name, String email, @Nullable String phone) {}

    public record Work(Engineering engineering, Capacity capacity) {}

    /** What came of it: the quote as it would be, or why it stays as it is. */
    public sealed interface Outcome {

        record Done(Quote quote) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    public static Quote acknowledged(String quoteNumber, Request request, Level level, List<QuoteItem> items) {
        return new Quote(
                quoteNumber,
                request,
                ACKNOWLEDGED,
                level,
                null,
                items,
                new Work(Engineering.NOT_STARTED, Capacity.NOT_CHECKED),
                null,
                null,
                null);
    }

    /** The business validation passed. */
    public Outcome begin() {
        return state == ACKNOWLEDGED ? moved(IN_PROGRESS, null) : notNow("begun");
    }

    /** The business validation failed. */
    public Outcome reject(String why) {
        return state == ACKNOWLEDGED ? moved(REJECTED, why) : notNow("rejected");
    }

    public Outcome offer(String itemId, QuoteItem.Offer offer) {
        return onItem(itemId, item -> item.offering(offer));
    }

    public Outcome unable(String itemId, String why) {
        return onItem(itemId, item -> item.unable(why));
    }

    private Outcome onItem(String itemId, UnaryOperator<QuoteItem> change) {
        if (!state.inWork()) {
            return notNow("offered");
        }
        if (items.stream().noneMatch(item -> item.itemId().equals(itemId))) {
            return refused(new Refusal.UnknownItem(itemId));
        }
        var changed = items.stream()
                .map(item -> item.itemId().equals(itemId) ? change.apply(item) : item)
                .toList();
        return new Outcome.Done(with(state, sellerLevel, changed, work, validUntil, reason, orderNumber));
    }

    public Outcome engineer(Engineering to) {
        return state.inWork() ? working(new Work(to, work.capacity())) : notNow("engineered");
    }

    public Outcome check(Capacity to) {
        return state.inWork() ? working(new Work(work.engineering(), to)) : notNow("checked for capacity");
    }

    private Outcome working(Work to) {
        return new Outcome.Done(with(state, sellerLevel, items, to, validUntil, reason, orderNumber));
    }

    /** Lets the buyer look at what there is; it cannot be ordered. */
    public Outcome show() {
        return state == IN_PROGRESS
                ? answered(
                        DRAFT,
                        level == Level.BUDGETARY ? Level.BUDGETARY : Level.FIRM_SUBJECT_TO_FEASIBILITY,
                        null,
                        null)
                : notNow("shown as a draft");
    }

    /** A firm answer, which can be ordered; an alternate when it is longer in term or interval than was asked for. */
    public Outcome approve(LocalDate until, LocalDate today) {
        if (!state.inWork()) {
            return notNow("approved");
        }
        if (level != Level.FIRM) {
            return refused(new Refusal.NotFirm());
        }
        if (work.engineering().status() != Engineering.Status.COMPLETE) {
            return refused(new Refusal.EngineeringIncomplete(work.engineering().status()));
        }
        if (work.capacity().status() != Capacity.Status.CONFIRMED) {
            return refused(new Refusal.CapacityNotConfirmed(work.capacity().status()));
        }
        var alternate = items.stream().anyMatch(QuoteItem::alternate);
        return offered(alternate ? ORDERABLE_ALTERNATE : ORDERABLE, Level.FIRM, until, today);
    }

    /** A budgetary answer, which can never be ordered. */
    public Outcome answer(LocalDate until, LocalDate today) {
        return state.inWork() ? offered(ANSWERED, Level.BUDGETARY, until, today) : notNow("answered");
    }

    private Outcome offered(QuoteState to, Level as, LocalDate until, LocalDate today) {
        var without = items.stream()
                .filter(item -> item.offer() == null)
                .map(QuoteItem::itemId)
                .toList();
        if (!without.isEmpty()) {
            return refused(new Refusal.ItemsWithoutOffer(without));
        }
        return until.isBefore(today) ? refused(new Refusal.ValidityInThePast(today)) : answered(to, as, until, null);
    }

    /** One item cannot be quoted, and so the quote cannot. */
    public Outcome giveUp() {
        if (state != IN_PROGRESS && state != DRAFT) {
            return notNow("given up");
        }
        return items.stream()
                .filter(item -> item.unableReason() != null)
                .findFirst()
                .map(item -> answered(UNABLE_TO_PROVIDE, sellerLevel, null, item.itemId() + ": " + item.unableReason()))
                .orElseGet(() -> refused(new Refusal.EverythingCanBeProvided()));
    }

    /** The buyer needs it no more; only while it is worked on. */
    public Outcome cancel(@Nullable String why) {
        return state.inWork() ? moved(CANCELLED, why) : notNow("cancelled");
    }

    public Outcome decline(String why) {
        return state.approved() ? moved(DECLINED, why) : notNow("declined");
    }

    /** Whether an order may be made of it today; the quote stays as it is. */
    public Outcome orderableOn(LocalDate today) {
        if (state == EXPIRED) {
            return refused(new Refusal.Expired(validUntil));
        }
        if (!state.approved()) {
            return refused(new Refusal.NotOrderable(state, orderNumber));
        }
        return hasEnded(today) ? refused(new Refusal.Expired(validUntil)) : new Outcome.Done(this);
    }

    /** An order references it. */
    public Outcome accept(String order, LocalDate today) {
        return orderableOn(today) instanceof Outcome.Refused no
                ? no
                : new Outcome.Done(with(ACCEPTED, sellerLevel, items, work, validUntil, null, order));
    }

    /** Its last day has passed. */
    public Outcome expire(LocalDate today) {
        return state.expires() && hasEnded(today) ? moved(EXPIRED, null) : notNow("expired");
    }

    private boolean hasEnded(LocalDate today) {
        return validUntil != null && validUntil.isBefore(today);
    }

    private Outcome answered(QuoteState to, @Nullable Level as, @Nullable LocalDate until, @Nullable String why) {
        return new Outcome.Done(with(to, as, items, work, until, why, orderNumber));
    }

    private Outcome moved(QuoteState to, @Nullable String why) {
        return new Outcome.Done(with(to, sellerLevel, items, work, validUntil, why, orderNumber));
    }

    private Outcome notNow(String what) {
        return refused(new Refusal.NotInThisState(what, state));
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }

    private Quote with(
            QuoteState to,
            @Nullable Level as,
            List<QuoteItem> offered,
            Work worked,
            @Nullable LocalDate until,
            @Nullable String why,
            @Nullable String order) {
        return new Quote(quoteNumber, request, to, level, as, offered, worked, until, why, order);
    }
}
