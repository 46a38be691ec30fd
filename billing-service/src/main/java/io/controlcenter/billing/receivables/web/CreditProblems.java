package io.controlcenter.billing.receivables.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.receivables.application.Crediting;
import io.controlcenter.billing.receivables.application.WithdrawingInvoices;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.receivables.domain.CreditRefusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The one place where a refused credit becomes HTTP. */
final class CreditProblems {

    private CreditProblems() {}

    static CreditNote require(Crediting.Outcome outcome, String currency) {
        return switch (outcome) {
            case Crediting.Outcome.Issued(var note) -> note;
            case Crediting.Outcome.Refused(var why) -> throw of(why, currency);
        };
    }

    static CreditNote require(WithdrawingInvoices.Outcome outcome) {
        return switch (outcome) {
            case WithdrawingInvoices.Outcome.Withdrawn(var note) -> note;
            case WithdrawingInvoices.Outcome.Refused(var state, var inDispute) ->
                throw Problem.conflict(
                                "invoice-not-withdrawable",
                                inDispute
                                        ? "Lines of this invoice are in dispute; decide on them first."
                                        : "Only an issued invoice of which nothing is paid, credited or given back can be withdrawn; credit what is left of its lines.")
                        .with("state", state);
            case WithdrawingInvoices.Outcome.Followed _ ->
                throw Problem.conflict(
                        "invoice-followed",
                        "Later invoices of the account build on this one. Withdraw them first, or withdraw it without billing anew and credit or charge the difference.");
        };
    }

    private static Problem of(List<CreditRefusal> refusals, String currency) {
        for (var refusal : refusals) {
            if (refusal instanceof CreditRefusal.Withdrawn(var invoice)) {
                return Problem.conflict("invoice-withdrawn", "The invoice " + invoice + " was taken back already.");
            }
        }
        var problem = Problem.unprocessable(
                refusals.stream().map(refusal -> violation(refusal, currency)).toList());
        return refusals.stream()
                .filter(CreditRefusal.TooMuch.class::isInstance)
                .map(CreditRefusal.TooMuch.class::cast)
                .findFirst()
                .map(tooMuch -> problem.with("maxCreditable", Money.of(tooMuch.most(), currency)))
                .orElse(problem);
    }

    private static Violation violation(CreditRefusal refusal, String currency) {
        return switch (refusal) {
            case CreditRefusal.NoSuchInvoice(var number) ->
                Violation.referenceNotFound("/invoiceNumber", "The account has no invoice " + number + ".");
            case CreditRefusal.NoSuchLine(var pointer, var line) ->
                Violation.referenceNotFound(pointer, "The invoice has no line " + line + ".");
            case CreditRefusal.TooMuch(var pointer, var most) ->
                Violation.invalid(
                        pointer,
                        "At most %s %s can be given back of it."
                                .formatted(Money.of(most, currency).amount(), currency));
            case CreditRefusal.Withdrawn(var number) ->
                Violation.invalid("/invoiceNumber", "The invoice " + number + " was taken back already.");
        };
    }

    static void requireSound(CreditNoteController.NewCreditNote wanted, String currency) {
        var wrong = new ArrayList<Violation>(wanted.amount().flaws("/amount", currency));
        if (wanted.reason() == CreditNote.Reason.DISPUTE) {
            wrong.add(Violation.invalid("/reason", "A dispute is decided in its billing request."));
        }
        var lines = wanted.lines() == null ? List.<CreditNoteController.LineInput>of() : wanted.lines();
        if (!lines.isEmpty() && wanted.invoiceNumber() == null) {
            wrong.add(Violation.missing("/invoiceNumber", "Lines are those of an invoice."));
        }
        for (int i = 0; i < lines.size(); i++) {
            wrong.addAll(lines.get(i).amount().flaws("/lines/" + i + "/amount", currency));
        }
        if (lines.stream()
                        .map(CreditNoteController.LineInput::lineId)
                        .distinct()
                        .count()
                < lines.size()) {
            wrong.add(Violation.invalid("/lines", "A line is named once."));
        }
        var sum = lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!lines.isEmpty() && sum.compareTo(wanted.amount().amount()) != 0) {
            wrong.add(Violation.invalid("/amount", "The lines add up to " + sum.toPlainString() + "."));
        }
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable(wrong);
        }
    }
}
