package io.controlcenter.maintenance.inquiries;

import io.controlcenter.maintenance.inquiries.domain.Inquiry;
import io.controlcenter.maintenance.inquiries.domain.Inquiry.Outcome;
import io.controlcenter.maintenance.inquiries.domain.Inquiry.Refusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;

/** The one place where an inquiry's refusal becomes HTTP. */
final class InquiryProblems {

    private InquiryProblems() {}

    static Inquiry require(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var inquiry) -> inquiry;
            case Outcome.Refused(var why) -> throw of(why);
        };
    }

    private static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInThisState(var state) ->
                Problem.conflict("inquiry-not-in-this-state", "This inquiry is " + state + ".")
                        .with("state", state.name())
                        .with("allowed", state.allowed());
            case Refusal.DecisionMissing() ->
                Problem.unprocessable(
                        Violation.missing("/decision", "Another time was asked for: ACCEPTED or DECLINED?"));
            case Refusal.NothingToDecide() ->
                Problem.unprocessable(Violation.invalid("/decision", "Nobody asked for another time."));
        };
    }
}
