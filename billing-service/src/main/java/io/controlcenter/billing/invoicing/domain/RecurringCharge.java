package io.controlcenter.billing.invoicing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One price of a charge, and how far it is billed.
 *
 * @param amount per month; null when the rate is missing
 * @param serviceStart commencement
 * @param effectiveTo the first day at another price; null when this one goes on
 * @param billedUntil the first day not billed yet; null when nothing is
 */
public record RecurringCharge(
        long id,
        String chargeId,
        String serviceId,
        String description,
        @Nullable BigDecimal amount,
        String currency,
        LocalDate serviceStart,
        @Nullable LocalDate serviceStop,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable LocalDate billedUntil) {}
