package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.proration.domain.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A line of an earlier invoice.
 *
 * @param recurringChargeId the price that was billed
 * @param rate per month, as it was billed
 * @param left what is left of its amount after earlier credits
 * @param noted what credit notes gave back of it, positive
 * @param taxes ids of the taxes that were applied to it
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
        LocalDate creditedFrom,
        BigDecimal noted,
        List<Long> taxes) {

    /** What can be given back of it at most. */
    BigDecimal creditable() {
        return left.subtract(noted).max(BigDecimal.ZERO);
    }
}
