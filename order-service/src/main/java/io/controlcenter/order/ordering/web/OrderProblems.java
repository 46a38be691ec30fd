package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.Decision;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Refusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.stream.Stream;

/** The one place where an order's refusal becomes HTTP. */
final class OrderProblems {

    private OrderProblems() {}

    /** The order of a decision that was made; a refusal is thrown. */
    static OrderSnapshot require(Decision decision) {
        return switch (decision) {
            case Decision.Made(var order) -> order;
            case Decision.Refused(var why) -> throw of(why);
        };
    }

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInThisState now ->
                Problem.conflict(
                                "order-not-in-this-state",
                                "An order that is %s cannot be %s."
                                        .formatted(now.state().wire(), now.what()))
                        .with("state", now.state().wire())
                        .with("possible", now.possible());
            case Refusal.RequirementsIncomplete(var missing) ->
                Problem.conflict("requirements-incomplete", "Site, contact and requested date come before submittal.")
                        .with("missing", missing);
            case Refusal.RequirementsNotConfirmed() ->
                Problem.conflict(
                        "requirements-not-confirmed", "The requirements have to be confirmed before submittal.");
            case Refusal.ContactNeeded() ->
                Problem.unprocessable(Violation.missing("/contact", "A submitted order keeps its order contact."));
            case Refusal.UnknownItem(var itemId) -> Problem.notFound("The item " + itemId);
            case Refusal.NoSuchItem(var itemId) ->
                Problem.unprocessable(Violation.referenceNotFound("/itemId", "The order has no item " + itemId + "."));
            case Refusal.ItemOver(var itemId, var state) ->
                Problem.conflict("item-over", "The item %s is %s.".formatted(itemId, state.wire()));
            case Refusal.CareManagerIncomplete(var who, var missing) ->
                Problem.unprocessable(
                                "care-manager-incomplete",
                                "Letter and notice need the name, phone and e-mail of %s.".formatted(who.name()))
                        .with("missing", missing);
            case Refusal.MilestoneFollowsByItself(var code) ->
                Problem.conflict("milestone-not-reportable", code + " follows from what happens; nobody reports it.");
            case Refusal.MilestoneReachedAlready(var code) ->
                Problem.conflict("milestone-already-reached", code + " was reached already.");
            case Refusal.MilestoneTooEarly(var code, var missing) ->
                Problem.conflict("milestone-too-early", code + " needs others before it.")
                        .with("missing", missing);
            case Refusal.MilestoneNeeded(var code) ->
                Problem.conflict("milestone-needed", "No delivery goes without " + code + ".");
            case Refusal.DateMissing(var detail) -> Problem.unprocessable(Violation.missing("/date", detail));
            case Refusal.CommitDateTooEarly(var earliest) ->
                Problem.unprocessable(Violation.invalid("/date", "The customer's firm date is " + earliest + "."))
                        .with("earliestDate", earliest);
            case Refusal.ReasonMissing(var detail) -> Problem.unprocessable(Violation.missing("/reason", detail));
            case Refusal.DateChangeOpen() ->
                Problem.conflict("date-change-open", "Another date change is being assessed.");
            case Refusal.EarliestCapabilityStays() ->
                Problem.conflict("earliest-capability", "What was ordered at the earliest capability keeps its date.");
            case Refusal.PastPointOfNoReturn() ->
                Problem.conflict("point-of-no-return", "The order is past the point of no return.");
            case Refusal.DateTooLate(var latest) ->
                Problem.unprocessable(Violation.invalid("/requestedDate", "The latest date is " + latest + "."))
                        .with("latestDate", latest);
            case Refusal.NoticeTooShort(var lastDay) ->
                Problem.conflict(
                                "notice-too-short",
                                "This could be put off until %s; the care manager can say that the customer is not ready."
                                        .formatted(lastDay))
                        .with("lastDay", lastDay);
            case Refusal.NothingToDecide() ->
                Problem.conflict("nothing-to-decide", "No request waits for the seller's decision.");
            case Refusal.QuotedFeeMismatch(var needed) ->
                Problem.unprocessable(
                        needed
                                ? Violation.missing("/expediteFee", "This expedite is by quote: name its fee.")
                                : Violation.invalid("/expediteFee", "The rate card gives the fee."));
            case Refusal.NewDueOutOfLimits(var earliest, var latest) -> outOfLimits("/newDueDate", earliest, latest);
            case Refusal.LateWishOutOfLimits(var earliest, var latest) ->
                outOfLimits("/requestedDate", earliest, latest);
            case Refusal.DisconnectTooNear(var lastDay) ->
                Problem.conflict("disconnect-too-near", "This could be changed until " + lastDay + ".")
                        .with("lastDay", lastDay);
            case Refusal.DisconnectOnlyLater(var stop) ->
                Problem.unprocessable(Violation.invalid(
                                "/requestedDate", "The services end on %s; they can only end later.".formatted(stop)))
                        .with("stopDate", stop);
            case Refusal.NoJeopardy() -> Problem.conflict("no-jeopardy", "The order is not in jeopardy.");
            case Refusal.EscalatedToTheTop() ->
                Problem.conflict("escalated-to-the-top", "There is nobody above a vice president.");
            case Refusal.ChargeOpen _,
                    Refusal.ResponseDueTooEarly _,
                    Refusal.UnknownCharge _,
                    Refusal.ChargeNotOpen _,
                    Refusal.ChargeAnsweredLate _,
                    Refusal.ChargeAnsweredInPart _ -> ofCharge(refusal);
        };
    }

    private static Problem ofCharge(Refusal refusal) {
        return switch (refusal) {
            case Refusal.ChargeOpen(var chargeId) ->
                Problem.conflict("charge-open", "The charge %s waits for its answer.".formatted(chargeId))
                        .with("chargeId", chargeId);
            case Refusal.ResponseDueTooEarly() ->
                Problem.unprocessable(Violation.invalid("/responseDueAt", "This has passed."));
            case Refusal.UnknownCharge(var chargeId) -> Problem.notFound("The charge " + chargeId);
            case Refusal.ChargeNotOpen(var chargeId, var state) ->
                Problem.conflict("charge-not-open", "The charge %s is %s.".formatted(chargeId, state))
                        .with("state", state);
            case Refusal.ChargeAnsweredLate(var dueAt) ->
                Problem.conflict("charge-answered-late", "The answer was due at " + dueAt + ".")
                        .with("dueAt", dueAt);
            case Refusal.ChargeAnsweredInPart(var missing, var unknown) ->
                Problem.unprocessable(Stream.concat(
                                missing.stream()
                                        .map(id -> Violation.missing(
                                                "/items", "The item " + id + " is not answered; all are, at once.")),
                                unknown.stream()
                                        .map(id -> Violation.referenceNotFound(
                                                "/items", "The charge has no item " + id + ".")))
                        .toList());
            default -> throw new IllegalArgumentException(refusal.toString());
        };
    }

    private static Problem outOfLimits(String pointer, Object earliest, Object latest) {
        return Problem.unprocessable(
                        Violation.invalid(pointer, "A new date lies between %s and %s.".formatted(earliest, latest)))
                .with("earliestDate", earliest)
                .with("latestDate", latest);
    }
}
