package io.controlcenter.billing.receivables.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is charged for paying late: each month after the due date a share of what is undisputed and past due on that day,
 * never more in all than a share of the invoice (domain b.5, rule 7).
 *
 * @param monthlyRate 0.015 for 1.5 per cent
 * @param cap share of the invoice that all its late charges together stay within
 */
public record LateCharges(BigDecimal monthlyRate, BigDecimal cap) {

    /** Whole months since the due date: one of January 31 ends on the last day of February. */
    public static int months(LocalDate due, LocalDate today) {
        var months = (int) Math.max(0, ChronoUnit.MONTHS.between(due, today));
        return due.plusMonths(months + 1L).isAfter(today) ? months : months + 1;
    }

    /**
     * @param undisputed and past due
     * @param invoice amount of the invoice
     * @param charged for it in earlier months
     */
    public BigDecimal of(BigDecimal undisputed, BigDecimal invoice, BigDecimal charged, int scale) {
        var limit = invoice.multiply(cap).setScale(scale, RoundingMode.DOWN).subtract(charged);
        var charge = undisputed.multiply(monthlyRate).setScale(scale, RoundingMode.HALF_UP);
        return charge.min(limit).max(BigDecimal.ZERO.setScale(scale));
    }
}
