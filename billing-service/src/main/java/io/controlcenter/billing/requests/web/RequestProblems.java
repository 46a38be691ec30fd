package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.requests.application.Answer;
import io.controlcenter.billing.requests.application.OpeningRequests;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.RequestRefusal;
import io.controlcenter.billing.requests.domain.RequestRefusal.Flaw;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place where a refusal of a billing request becomes HTTP. */
final class RequestProblems {

    private RequestProblems() {}

    static BillingRequest require(OpeningRequests.Outcome outcome, String currency) {
        return switch (outcome) {
            case OpeningRequests.Outcome.Opened(var request) -> request;
            case OpeningRequests.Outcome.Refused(var why) -> throw of(why, currency);
        };
    }

    static BillingRequest require(Answer answer) {
        return switch (answer) {
            case Answer.Made(var request) -> request;
            case Answer.Refused(var why) -> throw of(why, null);
        };
    }

    /** What breaks a rule comes before what conflicts, and all of it at once. */
    static Problem of(List<RequestRefusal> refusals, @Nullable String currency) {
        var violations = refusals.stream()
                .filter(refusal -> !conflicts(refusal))
                .map(refusal -> violation(refusal, currency))
                .toList();
        return violations.isEmpty()
                ? conflict(refusals.getFirst())
                : disputable(Problem.unprocessable(violations), refusals, currency);
    }

    private static boolean conflicts(RequestRefusal refusal) {
        return switch (refusal) {
            case RequestRefusal.NotInThisState _ -> true;
            case RequestRefusal.ObjectedAlready _ -> true;
            case RequestRefusal.WindowClosed _ -> true;
            case RequestRefusal.InDisputeAlready _ -> true;
            case RequestRefusal.NoCoordinator(var userId) -> userId == null;
            case RequestRefusal.VerdictUnfit _ -> false;
            case RequestRefusal.CreditUnfit _ -> false;
            case RequestRefusal.Flaw _ -> false;
            case RequestRefusal.MoreThanDisputable _ -> false;
        };
    }

    private static Problem conflict(RequestRefusal refusal) {
        return switch (refusal) {
            case RequestRefusal.NotInThisState(var step, var state) ->
                Problem.conflict(
                                "billing-request-not-in-this-state",
                                "Not possible with a request that is %s: %s.".formatted(state.wire(), step.words()))
                        .with("state", state.wire())
                        .with("possible", state.possible());
            case RequestRefusal.ObjectedAlready() ->
                Problem.conflict("objected-already", "A decision can be objected to once.");
            case RequestRefusal.WindowClosed(var lastDay) ->
                Problem.conflict("dispute-window-closed", "This invoice could be disputed until " + lastDay + ".")
                        .with("lastDay", lastDay);
            case RequestRefusal.InDisputeAlready(var line, var number) ->
                Problem.conflict("line-in-dispute", "Line " + line + " is in dispute already, in " + number + ".")
                        .with("lineId", line)
                        .with("requestNumber", number);
            case RequestRefusal.NoCoordinator _ ->
                Problem.conflict("no-coordinator", "Nobody works as a billing coordinator.");
            default -> throw new IllegalStateException("Not a conflict: " + refusal);
        };
    }

    private static Violation violation(RequestRefusal refusal, @Nullable String currency) {
        return switch (refusal) {
            case Flaw(var pointer, var kind, var detail) -> flaw(pointer, kind, detail);
            case RequestRefusal.MoreThanDisputable(var pointer, var most) ->
                Violation.invalid(
                        pointer,
                        "At most %s of it can be disputed."
                                .formatted(Money.of(most, or(currency)).amount()));
            case RequestRefusal.VerdictUnfit(var type) ->
                Violation.invalid(
                        "/outcome",
                        type.equals("DISPUTE")
                                ? "A dispute is UPHELD, PARTLY_UPHELD or DENIED."
                                : "This is ANSWERED; only a dispute is upheld or denied.");
            case RequestRefusal.CreditUnfit(var pointer, var detail, var _) -> Violation.invalid(pointer, detail);
            case RequestRefusal.NoCoordinator(var userId) ->
                Violation.referenceNotFound("/userId", "There is no billing coordinator " + userId + ".");
            default -> throw new IllegalStateException("A conflict: " + refusal);
        };
    }

    private static String or(@Nullable String currency) {
        return currency == null ? "USD" : currency;
    }

    private static Violation flaw(String pointer, Flaw.Kind kind, String detail) {
        return switch (kind) {
            case MISSING -> Violation.missing(pointer, detail);
            case INVALID -> Violation.invalid(pointer, detail);
            case UNKNOWN -> Violation.referenceNotFound(pointer, detail);
            case UNEXPECTED -> new Violation(pointer, Violation.UNEXPECTED_PROPERTY, detail);
        };
    }

    private static Problem disputable(Problem problem, List<RequestRefusal> refusals, @Nullable String currency) {
        for (var refusal : refusals) {
            if (refusal instanceof RequestRefusal.MoreThanDisputable(var _, var most)) {
                return problem.with("maxDisputable", Money.of(most, or(currency)));
            }
        }
        return problem;
    }
}
