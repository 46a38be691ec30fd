package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.Decision;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Refusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;

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

    private static Problem of(Refusal refusal) {
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
            case Refusal.CareManagerIncomplete(var who, var missing) ->
                Problem.unprocessable(
                                "care-manager-incomplete",
                                "The letter needs the name, phone and e-mail of %s.".formatted(who.name()))
                        .with("missing", missing);
            case Refusal.MilestoneFollowsByItself(var code) ->
                Problem.conflict("milestone-not-reportable", code + " follows from what happens; nobody reports it.");
            case Refusal.MilestoneReachedAlready(var code) ->
                Problem.conflict("milestone-already-reached", code + " was reached already.");
            case Refusal.MilestoneTooEarly(var code, var missing) ->
                Problem.conflict("milestone-too-early", code + " needs others before it.")
                        .with("missing", missing);
            case Refusal.CommitDateMissing() ->
                Problem.unprocessable(Violation.missing("/date", "CCD_SET needs the customer commit date."));
            case Refusal.CommitDateTooEarly(var earliest) ->
                Problem.unprocessable(Violation.invalid("/date", "The customer's firm date is " + earliest + "."))
                        .with("earliestDate", earliest);
            case Refusal.ReasonMissing() ->
                Problem.unprocessable(Violation.missing("/reason", "Say why it is not accepted."));
        };
    }
}
