package io.controlcenter.billing.invoicing.web;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.PreviewingInvoices;
import io.controlcenter.billing.invoicing.domain.DraftLine;
import io.controlcenter.billing.invoicing.domain.HoldReason;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.Proration;
import io.controlcenter.billing.usage.domain.Unit;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices that are still to come. */
@RestController
@RequestMapping(path = "/api/v{version}/invoices", version = "1")
@Tag(name = "Invoices")
class InvoicePreviewController {

    @Schema(name = "InvoicePreviewRequest")
    record Question(
            @NotBlank @Schema(example = "A-1000001") String accountId,

            @Nullable
            @Schema(
                    description =
                            "A day on which a cycle of the account begins, at most 12 months ahead; the next one unless said")
            LocalDate billDate) {}

    @Schema(name = "InvoicePreview")
    record PreviewView(
            String accountId,
            LocalDate billDate,
            LocalDate dueDate,

            @Schema(description = "The cycle billed for, half-open")
            Period period,

            List<LineView> lines,
            List<InvoiceView.TaxView> taxLines,
            PreviewTotals totals,

            @Schema(description = "What safety checks would hold it for; none when it would be issued")
            List<HoldReason> holdReasons) {}

    @Schema(name = "InvoicePreviewLine")
    record LineView(
            LineType type,
            @Nullable String serviceId,
            String chargeId,
            String description,
            Period coverage,
            @Schema(description = "1, or how much was used") BigDecimal quantity,
            @Nullable Unit unit,
            @Nullable Money unitAmount,
            Money netAmount,
            @Nullable Proration proration) {

        static LineView of(DraftLine line) {
            var usage = line.usage();
            return new LineView(
                    line.type(),
                    line.serviceId(),
                    line.chargeId(),
                    line.description(),
                    line.coverage(),
                    usage == null ? BigDecimal.ONE : usage.quantity(),
                    usage == null ? null : usage.unit(),
                    unitAmount(line),
                    Money.of(line.net(), line.currency()),
                    line.proration());
        }

        private static @Nullable Money unitAmount(DraftLine line) {
            var usage = line.usage();
            if (usage == null) {
                return Money.of(line.unitAmount(), line.currency());
            }
            return usage.unitAmount() == null ? null : Money.exact(usage.unitAmount(), line.currency());
        }
    }

    @Schema(name = "InvoicePreviewTotals")
    record PreviewTotals(
            @Schema(description = "Brought forward of earlier invoices as it is now")
            Money balanceForward,

            Money currentCharges,
            Money taxes,
            Money amountDue,
            Money totalAmountDue) {}

    private final PreviewingInvoices previews;
    private final ReadingAccounts accounts;

    InvoicePreviewController(PreviewingInvoices previews, ReadingAccounts accounts) {
        this.previews = previews;
        this.accounts = accounts;
    }

    @PostMapping("/preview")
    @Access({"BILLING_VIEW", "BILLING_COORDINATOR", "OPERATIONS"})
    @Operation(
            operationId = "previewInvoice",
            summary = "What an account's next invoice will say if nothing changes; nothing is stored")
    PreviewView preview(@RequestBody Question asked, Caller caller) {
        accounts.requireEach(asked.accountId(), caller);
        var preview = previews.preview(asked.accountId(), asked.billDate());
        var draft = preview.bill().draft();
        var currency = draft.account().currency();
        var forward = preview.statement().balanceForward();
        return new PreviewView(
                asked.accountId(),
                draft.cycleDate(),
                preview.dueDate(),
                draft.period(),
                draft.lines().stream().map(LineView::of).toList(),
                draft.taxes().stream()
                        .map(tax -> InvoiceView.TaxView.of(tax, currency))
                        .toList(),
                new PreviewTotals(
                        Money.of(forward, currency),
                        Money.of(draft.total(), currency),
                        Money.of(draft.tax(), currency),
                        Money.of(draft.amountDue(), currency),
                        Money.of(draft.amountDue().add(forward), currency)),
                caller.isProvider() ? preview.bill().reasons() : List.of());
    }
}
