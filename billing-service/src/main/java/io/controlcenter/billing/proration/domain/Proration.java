package io.controlcenter.billing.proration.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The whole calculation of a line: {@code rate × numerator ÷ denominator}, rounded.
 *
 * @param prorated false when the line is a whole cycle, which never is
 * @param unrounded before rounding, to ten more places than the currency has
 */
public record Proration(
        String policyId,
        DayCount convention,
        boolean prorated,
        BigDecimal rate,
        int numerator,
        int denominator,
        LocalDate firstBilledDay,
        LocalDate lastBilledDay,
        BigDecimal unrounded,
        String rounding,
        DateSource startSource,
        DateSource stopSource) {}
