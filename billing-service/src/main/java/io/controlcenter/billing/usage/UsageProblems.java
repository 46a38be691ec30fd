package io.controlcenter.billing.usage;

import io.controlcenter.billing.usage.domain.UsageRefusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.List;
import java.util.function.IntFunction;

/** Refused usage as HTTP: 409 when the only trouble is that an id means something else already, 422 otherwise. */
final class UsageProblems {

    private UsageProblems() {}

    /** @param pointer where the report of an index is in the body */
    static Problem of(List<ReceivingUsage.Flaw> flaws, IntFunction<String> pointer) {
        var violations = flaws.stream()
                .map(flaw -> violation(pointer.apply(flaw.index()), flaw.why()))
                .toList();
        if (flaws.stream().allMatch(flaw -> flaw.why() instanceof UsageRefusal.SaidOtherwise)) {
            return Problem.conflict(
                            "usage-said-otherwise", "The source said something else under the same usage id before.")
                    .with("errors", violations);
        }
        return Problem.unprocessable(violations);
    }

    private static Violation violation(String at, UsageRefusal refusal) {
        return switch (refusal) {
            case UsageRefusal.UnknownService _ ->
                Violation.referenceNotFound(at + "/serviceId", "There is no such service.");
            case UsageRefusal.OtherAccount _ ->
                Violation.invalid(at + "/accountId", "The service is not one of this account.");
            case UsageRefusal.UnknownType _ ->
                Violation.referenceNotFound(at + "/usageType", "There is no such type of usage.");
            case UsageRefusal.OtherUnit(var counted) ->
                Violation.invalid(at + "/unit", "This type of usage is counted in " + counted + ".");
            case UsageRefusal.EndsBeforeStart _ ->
                Violation.invalid(at + "/period/end", "It does not end before it starts.");
            case UsageRefusal.NotOver _ -> Violation.invalid(at + "/period/end", "Usage is told when it is over.");
            case UsageRefusal.BeforeService(var start) ->
                Violation.invalid(at + "/period/start", "The service starts on " + start + ".");
            case UsageRefusal.AfterTail(var last) ->
                Violation.invalid(
                        at + "/period/end",
                        "The service is disconnected; the last day on which it could be used is " + last + ".");
            case UsageRefusal.OtherCurrency(var billed) ->
                Violation.invalid(at + "/ratedAmount/currency", "The account is billed in " + billed + ".");
            case UsageRefusal.NoRate(var day, var currency) ->
                Violation.missing(
                        at + "/ratedAmount", "No rate in %s holds on %s; say what it costs.".formatted(currency, day));
            case UsageRefusal.SaidOtherwise _ ->
                Violation.invalid(at + "/usageId", "The source said something else under this id before.");
        };
    }
}
