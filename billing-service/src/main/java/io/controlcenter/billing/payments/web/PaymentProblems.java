package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentRefusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.List;

/** The one place where a refused payment becomes HTTP. */
final class PaymentProblems {

    private PaymentProblems() {}

    static Payment require(PaymentRefusal.Outcome outcome, String currency) {
        return switch (outcome) {
            case PaymentRefusal.Outcome.Taken(var payment) -> payment;
            case PaymentRefusal.Outcome.Refused(var why) -> throw of(why, currency);
        };
    }

    static Payment require(Payment.Outcome outcome) {
        return switch (outcome) {
            case Payment.Outcome.Done(var payment) -> payment;
            case Payment.Outcome.Refused(var state, var wanted) ->
                throw Problem.conflict(
                                "payment-not-in-this-state",
                                wanted.equals("cancel")
                                        ? "Only a scheduled payment can be cancelled, before its day begins."
                                        : "Only a posted payment can be reversed.")
                        .with("state", state.name());
        };
    }

    private static Problem of(List<PaymentRefusal> refusals, String currency) {
        for (var refusal : refusals) {
            if (refusal instanceof PaymentRefusal.PostedAlready(var id)) {
                return Problem.conflict("remittance-posted-already", "This was posted before, as " + id + ".")
                        .with("paymentId", id);
            }
        }
        var problem = Problem.unprocessable(
                refusals.stream().map(refusal -> violation(refusal, currency)).toList());
        for (var refusal : refusals) {
            if (refusal instanceof PaymentRefusal.MoreThanOwed(var payable)) {
                problem.with("payable", Money.of(payable, currency));
            }
        }
        return problem;
    }

    private static Violation violation(PaymentRefusal refusal, String currency) {
        return switch (refusal) {
            case PaymentRefusal.MoreThanOwed(var payable) ->
                Violation.invalid(
                        "/amount",
                        "%s %s can be paid; with allowOverpayment the rest becomes a credit."
                                .formatted(Money.of(payable, currency).amount(), currency));
            case PaymentRefusal.NoSuchMethod(var id) ->
                Violation.referenceNotFound("/methodId", "The account has no payment method " + id + ".");
            case PaymentRefusal.NotOpen(var index, var number) ->
                Violation.referenceNotFound(
                        "/applications/" + index + "/invoiceNumber", "The account has no open invoice " + number + ".");
            case PaymentRefusal.MoreThanOpen(var index, var part) ->
                Violation.invalid(
                        "/applications/" + index + "/amount",
                        "Less than that is open of " + part.invoiceNumber() + ".");
            case PaymentRefusal.ToldMoreThanPaid(var told) ->
                Violation.invalid("/applications", "They add up to " + told.toPlainString() + ", more than is paid.");
            case PaymentRefusal.InThePast(var today) ->
                Violation.invalid("/scheduledFor", "The day is over; it is " + today + " where the account is.");
            case PaymentRefusal.TooFarAhead(var last) ->
                Violation.invalid("/scheduledFor", "The last day possible is " + last + ".");
            case PaymentRefusal.PostedAlready(var id) ->
                Violation.invalid("/reference", "This was posted before, as " + id + ".");
        };
    }

    /** Of a remittance, for which the day is when it was received. */
    static Payment requireRemittance(PaymentRefusal.Outcome outcome, String currency) {
        if (outcome instanceof PaymentRefusal.Outcome.Refused(var why)
                && why.stream().anyMatch(PaymentRefusal.TooFarAhead.class::isInstance)) {
            throw Problem.unprocessable(why.stream()
                    .map(refusal -> refusal instanceof PaymentRefusal.TooFarAhead(var today)
                            ? Violation.invalid("/receivedOn", "It is " + today + " where the account is.")
                            : violation(refusal, currency))
                    .toList());
        }
        return require(outcome, currency);
    }
}
