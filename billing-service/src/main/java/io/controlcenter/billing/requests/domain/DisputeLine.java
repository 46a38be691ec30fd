package io.controlcenter.billing.requests.domain;

import io.controlcenter.billing.invoicing.domain.LineState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice in dispute: an entry of the dispute ledger.
 *
 * @param net of the line
 * @param amount in dispute, without taxes like all amounts here but one
 * @param withTaxes the amount with its taxes, which the invoice shields, too
 * @param withheld shielded from past due, late charges and credit hold; zero once it is decided
 * @param windowLastDay on which it could be disputed
 */
public record DisputeLine(
        String requestNumber,
        String enterpriseId,
        String accountId,
        String invoiceNumber,
        int lineNumber,
        String description,
        BigDecimal net,
        BigDecimal amount,
        BigDecimal withTaxes,
        String currency,
        String reasonCode,
        LineState state,
        BigDecimal withheld,
        BigDecimal creditAmount,
        @Nullable String creditNoteNumber,
        Instant openedAt,
        LocalDate windowLastDay,
        @Nullable Instant decidedAt) {

    /** @param credit given back of it, zero when it was denied */
    public DisputeLine decided(BigDecimal credit, Instant at) {
        var next = credit.signum() > 0 ? LineState.CREDIT : LineState.PAYMENT_DUE;
        return with(next, BigDecimal.ZERO, creditAmount.add(credit), creditNoteNumber, at);
    }

    public DisputeLine withdrawn(Instant at) {
        return with(LineState.WITHDRAWN, BigDecimal.ZERO, creditAmount, creditNoteNumber, at);
    }

    /** What was not given back is in dispute again. */
    public DisputeLine reopened() {
        return with(LineState.IN_DISPUTE, left(), creditAmount, creditNoteNumber, null);
    }

    public DisputeLine credited(String note) {
        return with(state, withheld, creditAmount, note, decidedAt);
    }

    /** What was not given back so far. */
    public BigDecimal left() {
        return amount.subtract(creditAmount);
    }

    public boolean isOpen() {
        return state == LineState.IN_DISPUTE;
    }

    private DisputeLine with(
            LineState next,
            BigDecimal newWithheld,
            BigDecimal newCredit,
            @Nullable String note,
            @Nullable Instant decided) {
        return new DisputeLine(
                requestNumber,
                enterpriseId,
                accountId,
                invoiceNumber,
                lineNumber,
                description,
                net,
                amount,
                withTaxes,
                currency,
                reasonCode,
                next,
                newWithheld,
                newCredit,
                note,
                openedAt,
                windowLastDay,
                decided);
    }
}
