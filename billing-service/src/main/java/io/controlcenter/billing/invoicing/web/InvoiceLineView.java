package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.Proration;
import io.controlcenter.billing.usage.domain.Unit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
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

        @Schema(description = "1, or how much was used", example = "1")
        BigDecimal quantity,

        @Nullable @Schema(description = "What usage is counted in; absent for other charges")
        Unit unit,

        @Nullable
        @Schema(
                description =
                        "Price per month, of a one-time charge, or per unit; absent where usage has several rates")
        Money unitAmount,

        Money netAmount,

        @Nullable @Schema(description = "The whole calculation; absent for what is never prorated")
        Proration proration,

        @Schema(description = "Which of the invoice's taxes apply to it")
        List<Long> taxRuleIds,

        @Schema(description = "Charge, service, order and acceptance behind it")
        ReadingInvoices.Provenance provenance,

        @Nullable @Schema(description = "The records that are added up on a line for usage")
        UsageSource usageRecords,

        @Schema(description = "The line that a credit gives back of")
        ReadingInvoices.@Nullable Credited credits) {

    /** @param href lists them */
    @Schema(name = "InvoiceLineUsage")
    record UsageSource(String usageType, int count, String href) {

        static @Nullable UsageSource of(ReadingInvoices.Head invoice, ReadingInvoices.Line line) {
            var usage = line.usage();
            return usage == null
                    ? null
                    : new UsageSource(
                            usage.usageType(),
                            usage.records(),
                            "/api/v1/usage-records?invoiceNumber=%s&lineId=%d"
                                    .formatted(invoice.reference(), line.number()));
        }
    }

    static InvoiceLineView of(ReadingInvoices.Head invoice, ReadingInvoices.Line line) {
        return new InvoiceLineView(
                Integer.toString(line.number()),
                InvoiceView.href(invoice) + "/lines/" + line.number(),
                line.type(),
                line.state().wire(),
                line.description(),
                line.coverage(),
                line.quantity(),
                line.usage() == null ? null : line.usage().unit(),
                line.unitAmount(),
                line.netAmount(),
                line.proration(),
                line.taxRuleIds(),
                line.provenance(),
                UsageSource.of(invoice, line),
                line.credits());
    }
}
