package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.taxes.domain.Supply;
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
 * @param settled whether it was thought to have ended: then it is billed as far as that, and no more with its account
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
        @Nullable LocalDate billedUntil,
        Supply supply,
        boolean settled) {

    /** A price that goes on. */
    public RecurringCharge(
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
            @Nullable LocalDate billedUntil,
            Supply supply) {
        this(
                id,
                chargeId,
                serviceId,
                description,
                amount,
                currency,
                serviceStart,
                serviceStop,
                effectiveFrom,
                effectiveTo,
                billedUntil,
                supply,
                false);
    }

    RecurringCharge billedUntil(LocalDate day) {
        return new RecurringCharge(
                id,
                chargeId,
                serviceId,
                description,
                amount,
                currency,
                serviceStart,
                serviceStop,
                effectiveFrom,
                effectiveTo,
                day,
                supply);
    }
}
