package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.proration.domain.Period;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line of an earlier invoice.
 *
 * @param recurringChargeId the price that was billed
 * @param rate per month, as it was billed
 * @param left what is left of its amount after earlier credits
 * @param creditedFrom the first day that was credited already; the end of its coverage when none was
 */
public record BilledLine(
        long invoiceId,
        int lineNumber,
        long recurringChargeId,
        Period coverage,
        BigDecimal rate,
        BigDecimal net,
        BigDecimal left,
        LocalDate creditedFrom) {}
