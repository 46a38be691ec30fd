package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.invoicing.domain.InvoiceStanding;
import io.controlcenter.billing.receivables.domain.Dunning;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the collection of past-due invoices has come. */
public interface Collections {

    /**
     * @param dunningStep the last reminder that was sent; 0 before the first
     * @param lateMonths months for which a late charge was looked at
     * @param lateCharged all late charges for the invoice so far
     * @param nextOn when there is something to do again; null when nothing is open
     */
    record Collection(
            String invoiceNumber,
            String enterpriseId,
            String accountId,
            ZoneId zone,
            LocalDate dueDate,
            int dunningStep,
            int lateMonths,
            BigDecimal lateCharged,
            @Nullable LocalDate nextOn) {

        Collection charged(int months, BigDecimal total) {
            return with(dunningStep, months, total, nextOn);
        }

        Collection reminded(int step) {
            return with(step, lateMonths, lateCharged, nextOn);
        }

        Collection next(@Nullable LocalDate on) {
            return with(dunningStep, lateMonths, lateCharged, on);
        }

        private Collection with(int step, int months, BigDecimal charged, @Nullable LocalDate next) {
            return new Collection(invoiceNumber, enterpriseId, accountId, zone, dueDate, step, months, charged, next);
        }
    }

    /**
     * Invoices that have become past due since, or whose next step has come. One that is wholly in dispute on its due date
     * comes up once, so that the months of the dispute are counted and never charged for.
     */
    List<String> due(Instant now, int limit);

    /** As it is, or a new one. */
    Collection of(InvoiceStanding invoice, ZoneId zone);

    void save(Collection collection);

    Dunning dunning();
}
