package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.taxes.domain.Supply;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Billed once, never prorated.
 *
 * @param amount negative for what is given back; null when it is missing
 */
public record OneTimeCharge(
        long id,
        String chargeId,
        @Nullable String serviceId,
        String description,
        @Nullable BigDecimal amount,
        String currency,
        LocalDate date,
        Supply supply) {

    LineType lineType() {
        if (amount != null && amount.signum() < 0) {
            return LineType.CREDIT;
        }
        return supply.kind() == Supply.Kind.LATE ? LineType.LATE : LineType.NON_RECURRING;
    }
}
