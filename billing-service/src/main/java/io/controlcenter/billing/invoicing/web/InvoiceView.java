package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.HoldReason;
import io.controlcenter.billing.invoicing.domain.InvoiceState;
import io.controlcenter.billing.proration.domain.Period;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice without its lines. */
@Schema(name = "Invoice")
record InvoiceView(
        @Schema(description = "The invoice number; H-… of a held one, which has none yet", example = "INV-2026-000001")
        String invoiceNumber,

        String href,
        String enterpriseId,
        String accountId,
        String accountName,
        LocalDate billDate,
        LocalDate dueDate,

        @Schema(description = "The cycle billed for, half-open")
        Period period,

        @Schema(description = "issued, partiallyPaid, settled, withdrawn; onHold for the provider's staff only")
        String state,

        @Schema(description = "The portal's word for it; Past due when something undisputed is open after the due date")
        String displayStatus,

        @Nullable @Schema(description = "What the safety checks found; only of a held invoice")
        List<HoldReason> holdReasons,

        ReadingInvoices.Totals totals,

        @Schema(description = "What is paid, credited, disputed and open now")
        ReadingInvoices.Standing standing,

        int lineCount,
        boolean firstInvoice,
        @Schema(description = "How the bill is delivered") String delivery,
        @Nullable Instant issuedAt) {

    static InvoiceView of(ReadingInvoices.Head invoice) {
        return new InvoiceView(
                invoice.reference(),
                href(invoice),
                invoice.enterpriseId(),
                invoice.accountId(),
                invoice.accountName(),
                invoice.billDate(),
                invoice.dueDate(),
                invoice.period(),
                invoice.state(),
                displayStatus(invoice),
                invoice.isHeld() ? invoice.holdReasons() : null,
                invoice.totals(),
                invoice.standing(),
                invoice.lineCount(),
                invoice.firstInvoice(),
                invoice.delivery(),
                invoice.issuedAt());
    }

    private static String displayStatus(ReadingInvoices.Head invoice) {
        return invoice.standing().pastDue()
                ? "Past due"
                : InvoiceState.of(invoice.state()).displayStatus();
    }

    static String href(ReadingInvoices.Head invoice) {
        return "/api/v1/invoices/" + invoice.reference();
    }
}
