package io.controlcenter.notification.paperless;

import io.controlcenter.notification.paperless.domain.Refusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;

/** The one place where a refusal of another delivery becomes HTTP. */
final class DeliveryProblems {

    private DeliveryProblems() {}

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Ineligible() ->
                Problem.conflict("delivery-ineligible", "The account is closed; its delivery cannot be changed.");
            case Refusal.AuthorizationMissing() ->
                Problem.unprocessable(Violation.missing(
                        "/authorization", "Going paperless needs the name of who agrees, and the words agreed to."));
            case Refusal.ChangePending(var state, var effectiveOn) ->
                Problem.conflict("delivery-change-pending", "An earlier change takes effect first.")
                        .with("state", state.wire())
                        .with("effectiveOn", String.valueOf(effectiveOn));
        };
    }
}
