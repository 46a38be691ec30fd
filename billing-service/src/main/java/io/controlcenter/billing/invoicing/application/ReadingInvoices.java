package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.domain.HoldReason;
import io.controlcenter.billing.invoicing.domain.LineState;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.invoicing.domain.Statement;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.Proration;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.billing.usage.domain.Unit;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invoices to look at. Those that are held are the provider's own concern. */
public interface ReadingInvoices {

    /**
     * @param reference the invoice number, or {@code H-<id>} of one that is held
     * @param statement how the account stood when it was billed
     */
    record Head(
            long id,
            String reference,
            String enterpriseId,
            String accountId,
            String accountName,
            LocalDate cycleDate,
            LocalDate billDate,
            LocalDate dueDate,
            Period period,
            String currency,
            String state,
            List<HoldReason> holdReasons,
            Totals totals,
            Standing standing,
            Statement statement,
            int lineCount,
            boolean firstInvoice,
            String delivery,
            @Nullable Instant issuedAt,
            long version) {

        public boolean isHeld() {
            return state.equals("onHold");
        }
    }

    /** What became of it, positive amounts; {@code dueNow} is what is open and not disputed. */
    record Standing(Money paid, Money credited, Money disputed, Money open, Money dueNow, boolean pastDue) {}

    /**
     * @param usageCharges for what was used of services
     * @param currentCharges all lines, without taxes
     * @param taxes taxes, fees and surcharges
     * @param amountDue of this invoice: charges and taxes
     * @param previousBalance what was owed at the last invoice
     * @param payments since then, negative
     * @param adjustments credit notes since then, negative
     * @param balanceForward what is brought forward of them
     * @param totalAmountDue with what is brought forward
     */
    record Totals(
            Money previousBalance,
            Money payments,
            Money adjustments,
            Money balanceForward,
            Money recurringCharges,
            Money oneTimeCharges,
            Money usageCharges,
            Money credits,
            Money currentCharges,
            Money taxes,
            Money amountDue,
            Money totalAmountDue) {}

    /**
     * @param unitAmount what one unit costs; null for usage at several rates
     * @param proration null for what is never prorated
     * @param usage null when it is not for usage
     * @param taxRuleIds which of the invoice's taxes apply to it
     */
    record Line(
            int number,
            LineType type,
            LineState state,
            String description,
            Period coverage,
            @Nullable Money unitAmount,
            Money netAmount,
            @Nullable Proration proration,
            @Nullable Usage usage,
            List<Long> taxRuleIds,
            Provenance provenance,
            @Nullable Credited credits) {

        /** Months of a price, a charge, or units of what was used. */
        public BigDecimal quantity() {
            return usage == null ? BigDecimal.ONE : usage.quantity();
        }
    }

    /** @param records how many are added up on the line */
    record Usage(String usageType, Unit unit, BigDecimal quantity, int records) {}

    /** What usage of one type adds up to on an invoice, over all services. */
    record UsageSum(String usageType, String title, Unit unit, BigDecimal quantity, long records, Money amount) {}

    /** Where a line comes from: the charge, the service, and what brought the price or the charge. */
    record Provenance(
            String chargeId,
            @Nullable Service service,
            @Nullable PriceSource price,
            @Nullable ChargeSource charge) {}

    record Service(
            String serviceId,
            @Nullable String circuitId,
            String productCode,
            String productName,
            @Nullable String location,
            String orderNumber,
            String itemId,
            Instant acceptedAt,
            String acceptanceOutcome,
            LocalDate commencementDate,
            @Nullable LocalDate stopDate,
            @Nullable String disconnectOrderNumber,
            @Nullable Instant disconnectRequestedAt) {}

    /** The acceptance that brought a price, or the member of staff who changed it. */
    record PriceSource(
            LocalDate effectiveFrom,
            @Nullable String orderNumber,
            @Nullable String itemId,
            @Nullable Instant acceptedAt,
            @Nullable String acceptanceOutcome,
            @Nullable String changedBy,
            @Nullable String changeReason,
            @Nullable Instant changedAt) {}

    /**
     * Why something was charged or given back once.
     *
     * @param reference the order's charge, the ticket, or the invoice that was paid late
     */
    record ChargeSource(
            String cause,
            @Nullable String reference,
            @Nullable String orderNumber,
            @Nullable String itemId,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    /** The line that a credit gives back of. */
    record Credited(String invoiceNumber, int lineNumber) {}

    /** What one service, or the account itself, or one product adds up to. */
    record Section(
            @Nullable String serviceId,
            @Nullable String productCode,
            String title,
            @Nullable String location,
            @Nullable String circuitId,
            Money recurring,
            Money oneTime,
            Money usage,
            Money credits,
            Money total) {}

    /** @param withHeld whether held ones are shown too */
    Page<Head> list(String enterpriseId, boolean withHeld, LocalDate oldest, ListRequest request);

    Optional<Head> find(String reference, boolean withHeld);

    Page<Line> lines(long invoiceId, ListRequest request);

    /** All of them, in order; a large invoice has thousands. */
    List<Line> allLines(long invoiceId);

    Optional<Line> line(long invoiceId, int number);

    List<TaxLine> taxes(long invoiceId);

    List<Section> byService(long invoiceId);

    List<Section> byProduct(long invoiceId);

    List<UsageSum> byUsageType(long invoiceId);
}
