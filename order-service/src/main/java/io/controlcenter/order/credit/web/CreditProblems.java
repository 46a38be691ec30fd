package io.controlcenter.order.credit.web;

import io.controlcenter.order.credit.application.ApplyingForCredit.Decided;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditApplication.Refusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;

/** The one place where a credit application's refusal becomes HTTP. */
final class CreditProblems {

    private CreditProblems() {}

    static CreditApplication require(Decided decided) {
        return switch (decided) {
            case Decided.Made(var application) -> application;
            case Decided.Refused(Refusal.NotInThisState(var what, var state)) ->
                throw Problem.conflict(
                                "credit-application-not-in-this-state",
                                "A credit application that is %s cannot be %s.".formatted(state, what))
                        .with("state", state);
            case Decided.Refused(Refusal.TaxIdMissing()) ->
                throw Problem.unprocessable(
                        Violation.missing("/taxId", "The tax number comes before submittal; add it to the draft."));
        };
    }
}
