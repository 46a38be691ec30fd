package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.Proration;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line before it has a number.
 *
 * @param recurringChargeId the price behind it; null for a one-time charge
 * @param net rounded; an invoice adds these up (EN 16931, BR-CO-10)
 * @param proration null for a one-time charge
 * @param credits the line that this one gives back of; null when it charges
 */
public record DraftLine(
        LineType type,
        @Nullable Long recurringChargeId,
        String chargeId,
        @Nullable String serviceId,
        String description,
        Period coverage,
        BigDecimal unitAmount,
        BigDecimal net,
        @Nullable Proration proration,
        @Nullable BilledLine credits) {}
