package io.controlcenter.order.quotes.application;

import io.controlcenter.order.quotes.domain.Refusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;

/** The one place where a quote's refusal becomes a problem, for its own endpoints and for orders made of it. */
public final class QuoteProblems {

    private QuoteProblems() {}

    public static Quotes.Stored require(Quoting.Decided decided) {
        return switch (decided) {
            case Quoting.Decided.Made(var quote) -> quote;
            case Quoting.Decided.Refused(var why) -> throw of(why);
        };
    }

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInThisState(var what, var state) ->
                Problem.conflict(
                                "quote-not-in-this-state",
                                "A quote that is %s cannot be %s.".formatted(state.wire(), what))
                        .with("state", state.wire());
            case Refusal.UnknownItem(var itemId) -> Problem.notFound("The item " + itemId);
            case Refusal.NotFirm() ->
                Problem.conflict("quote-not-firm", "A budgetary quote is answered; only a firm one is approved.");
            case Refusal.EngineeringIncomplete(var status) ->
                Problem.conflict("engineering-incomplete", "The engineering part is not complete.")
                        .with("status", status);
            case Refusal.CapacityNotConfirmed(var status) ->
                Problem.conflict("capacity-not-confirmed", "The capacity is not confirmed.")
                        .with("status", status);
            case Refusal.ItemsWithoutOffer(var itemIds) ->
                Problem.conflict("items-without-offer", "Some items have no offer yet.")
                        .with("itemIds", itemIds);
            case Refusal.EverythingCanBeProvided() ->
                Problem.conflict("items-can-be-provided", "Say first which item cannot be provided, and why.");
            case Refusal.ValidityInThePast(var today) ->
                Problem.unprocessable(Violation.invalid("/validUntil", "This is before today, " + today + "."));
            case Refusal.NotOrderable(var state, var order) -> {
                var problem = Problem.conflict(
                                "quote-not-orderable", "A quote that is %s cannot be ordered.".formatted(state.wire()))
                        .with("state", state.wire());
                yield order == null ? problem : problem.with("orderNumber", order);
            }
            case Refusal.Expired(var until) ->
                Problem.conflict("quote-expired", "The quote was valid until " + until + ".");
        };
    }
}
