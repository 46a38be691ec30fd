package io.controlcenter.billing.invoicing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account stood when it was billed: what was owed at the last invoice, what happened since, and what is brought
 * forward. {@code previousBalance + payments + adjustments = balanceForward}; payments and credits are negative.
 *
 * @param openItems earlier invoices that are open, oldest first
 */
public record Statement(
        BigDecimal previousBalance,
        BigDecimal payments,
        BigDecimal adjustments,
        BigDecimal balanceForward,
        Aging aging,
        List<Entry> entries,
        List<OpenItem> openItems) {

    public static final Statement CLEAN = of(List.of(), List.of(), BigDecimal.ZERO, LocalDate.EPOCH);

    /** @param invoiceNumber what it was applied to; null for a payment on account */
    public record Entry(
            Kind kind,
            LocalDate date,
            String reference,
            String description,
            @Nullable String invoiceNumber,
            BigDecimal amount) {

        public enum Kind {
            PAYMENT,
            ADJUSTMENT
        }
    }

    public record OpenItem(
            String invoiceNumber, LocalDate billDate, LocalDate dueDate, BigDecimal open, BigDecimal disputed) {}

    /** @param unapplied money received and credits given that are applied to no invoice yet, positive */
    public static Statement of(List<Entry> entries, List<OpenItem> openItems, BigDecimal unapplied, LocalDate on) {
        var forward = openItems.stream()
                .map(OpenItem::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(unapplied);
        var payments = sum(entries, Entry.Kind.PAYMENT);
        var adjustments = sum(entries, Entry.Kind.ADJUSTMENT);
        return new Statement(
                forward.subtract(payments).subtract(adjustments),
                payments,
                adjustments,
                forward,
                Aging.of(openItems, on),
                entries,
                openItems);
    }

    private static BigDecimal sum(List<Entry> entries, Entry.Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(Entry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Nothing was owed and nothing happened. */
    public boolean hasNothing() {
        return entries.isEmpty() && openItems.isEmpty() && balanceForward.signum() == 0;
    }
}
