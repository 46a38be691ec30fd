package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.Proration;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line that explains itself: what it is for, how it was calculated, where it comes from. */
@Schema(name = "InvoiceLine")
record InvoiceLineView(
        @Schema(description = "Position on the invoice") String lineId,
        String href,
        LineType type,

        @Schema(description = "generated, disputeBeingInvestigated, credit, withdrawn, paymentDue, settled (MEF 141)")
        String state,

        String description,

        @Schema(description = "Half-open: the end is the first day that the line does not cover")
        Period coverage,

        int quantity,

        @Schema(description = "Price per month, or of a one-time charge")
        Money unitAmount,

        Money netAmount,

        @Nullable @Schema(description = "The whole calculation; absent for a one-time charge")
        Proration proration,

        @Schema(description = "Which of the invoice's taxes apply to it")
        List<Long> taxRuleIds,

        @Schema(description = "Charge, service, order and acceptance behind it")
        ReadingInvoices.Provenance provenance,

        @Schema(description = "The line that a credit gives back of")
        ReadingInvoices.@Nullable Credited credits) {

    static InvoiceLineView of(ReadingInvoices.Head invoice, ReadingInvoices.Line line) {
        return new InvoiceLineView(
                Integer.toString(line.number()),
                InvoiceView.href(invoice) + "/lines/" + line.number(),
                line.type(),
                line.state().wire(),
                line.description(),
                line.coverage(),
                1,
                line.unitAmount(),
                line.netAmount(),
                line.proration(),
                line.taxRuleIds(),
                line.provenance(),
                line.credits());
    }
}
