package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.HoldReason;
import io.controlcenter.billing.invoicing.domain.InvoiceState;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
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
        @Nullable Instant issuedAt,

        @Nullable @Schema(description = "How the account stood when it was billed; only of a single invoice")
        StatementView statement,

        @Nullable @Schema(description = "Taxes, fees and surcharges of the whole invoice; only of a single invoice")
        List<TaxView> taxLines,

        @Nullable @Schema(description = "The sums of each service, product and type of usage; only of a single invoice")
        Sections sections) {

    @Schema(name = "InvoiceSections")
    record Sections(
            List<ReadingInvoices.Section> byService,
            List<ReadingInvoices.Section> byProduct,
            List<ReadingInvoices.UsageSum> byUsageType) {}

    @Schema(name = "InvoiceTax")
    record TaxView(
            @Schema(description = "Lines name it") long taxRuleId,
            String code,
            String name,
            Tax.Kind kind,
            String jurisdiction,
            BigDecimal percent,

            @Schema(description = "The sum of the lines that it applies to")
            Money taxableAmount,

            Money amount) {

        static TaxView of(TaxLine line, String currency) {
            var tax = line.tax();
            return new TaxView(
                    tax.id(),
                    tax.code(),
                    tax.name(),
                    tax.kind(),
                    tax.jurisdiction(),
                    tax.percent(),
                    Money.of(line.taxable(), currency),
                    Money.of(line.amount(), currency));
        }
    }

    static InvoiceView of(ReadingInvoices.Head invoice) {
        return of(invoice, null, null, null);
    }

    static InvoiceView of(
            ReadingInvoices.Head invoice,
            @Nullable StatementView statement,
            @Nullable List<TaxView> taxes,
            @Nullable Sections sections) {
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
                invoice.issuedAt(),
                statement,
                taxes,
                sections);
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
