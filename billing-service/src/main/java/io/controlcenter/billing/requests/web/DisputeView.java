package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.requests.application.ReadingRequests;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.DisputeLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is withheld of an invoice and what was decided, without taxes: the dispute ledger of a request (domain c.5).
 *
 * @param pausedBecause WAITING_FOR_CUSTOMER while the decision waits for an answer
 */
@Schema(
        name = "Dispute",
        description = "What is withheld of an invoice and what was decided, without taxes: the dispute ledger")
record DisputeView(
        Money disputed,

        @Schema(description = "What is disputed with its taxes, as on the invoice and in mails")
        Money disputedWithTaxes,

        @Schema(description = "Without taxes. Shielded with its taxes from past due, late charges and credit hold")
        Money withheld,

        Money credited,

        @Schema(description = "What of the invoice is not in dispute and to be paid now, with taxes")
        Money undisputedDueNow,

        Instant decisionDueAt,
        @Nullable String pausedBecause,
        List<LineView> lines) {

    @Schema(name = "DisputeLine")
    record LineView(
            String requestNumber,
            String invoiceNumber,
            String lineId,
            String lineHref,
            String description,
            Money netAmount,
            Money amountDisputed,
            String reasonCode,

            @Schema(description = "disputeBeingInvestigated, credit, withdrawn, paymentDue or settled (MEF 141)")
            String state,

            Money withheld,
            Money creditAmount,
            @Nullable String creditNoteNumber,

            @Nullable @Schema(description = "Of the credit note")
            String creditNoteHref,

            Instant openedAt,

            @Schema(description = "The last day on which it could be disputed")
            LocalDate disputableUntil,

            @Nullable Instant decidedAt) {

        static LineView of(DisputeLine line) {
            var note = line.creditNoteNumber();
            return new LineView(
                    line.requestNumber(),
                    line.invoiceNumber(),
                    Integer.toString(line.lineNumber()),
                    "/api/v1/invoices/%s/lines/%d".formatted(line.invoiceNumber(), line.lineNumber()),
                    line.description(),
                    Money.of(line.net(), line.currency()),
                    Money.of(line.amount(), line.currency()),
                    line.reasonCode(),
                    line.state().wire(),
                    Money.of(line.withheld(), line.currency()),
                    Money.of(line.creditAmount(), line.currency()),
                    note,
                    note == null ? null : "/api/v1/credit-notes/" + note,
                    line.openedAt(),
                    line.windowLastDay(),
                    line.decidedAt());
        }
    }

    static DisputeView of(ReadingRequests.Whole whole) {
        var request = whole.request();
        var lines = whole.lines();
        var waiting = request.state().wire().equals("pendingCustomer");
        return new DisputeView(
                money(request, lines.stream().map(DisputeLine::amount)),
                money(request, lines.stream().map(DisputeLine::withTaxes)),
                money(request, lines.stream().map(DisputeLine::withheld)),
                money(request, lines.stream().map(DisputeLine::creditAmount)),
                Money.of(whole.undisputedDue(), request.currency()),
                request.progress().decisionDueAt(),
                waiting ? "WAITING_FOR_CUSTOMER" : null,
                lines.stream().map(LineView::of).toList());
    }

    private static Money money(BillingRequest request, Stream<BigDecimal> amounts) {
        return Money.of(amounts.reduce(BigDecimal.ZERO, BigDecimal::add), request.currency());
    }
}
