package io.controlcenter.billing.invoicing.application;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.domain.HoldReason;
import io.controlcenter.billing.invoicing.domain.LineState;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.Proration;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invoices to look at. Those that are held are the provider's own concern. */
public interface ReadingInvoices {

    /** @param reference the invoice number, or {@code H-<id>} of one that is held */
    record Head(
            long id,
            String reference,
            String enterpriseId,
            String accountId,
            String accountName,
            LocalDate billDate,
            LocalDate dueDate,
            Period period,
            String state,
            List<HoldReason> holdReasons,
            Totals totals,
            Standing standing,
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

    record Totals(
            Money recurringCharges,
            Money oneTimeCharges,
            Money credits,
            Money currentCharges,
            Money taxes,
            Money amountDue) {}

    /** @param proration null for a one-time charge */
    record Line(
            int number,
            LineType type,
            LineState state,
            String description,
            Period coverage,
            Money unitAmount,
            Money netAmount,
            @Nullable Proration proration,
            Provenance provenance,
            @Nullable Credited credits) {}

    /** Where a charge comes from; without a service, the charge alone. */
    record Provenance(String chargeId, @Nullable Service service) {}

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
            @Nullable LocalDate stopDate) {}

    /** The line that a credit gives back of. */
    record Credited(String invoiceNumber, int lineNumber) {}

    /** @param withHeld whether held ones are shown too */
    Page<Head> list(String enterpriseId, boolean withHeld, ListRequest request);

    Optional<Head> find(String reference, boolean withHeld);

    Page<Line> lines(long invoiceId, ListRequest request);

    List<Line> allLines(long invoiceId);

    Optional<Line> line(long invoiceId, int number);
}
