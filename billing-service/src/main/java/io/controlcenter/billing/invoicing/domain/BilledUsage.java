package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.usage.domain.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line for usage says besides.
 *
 * @param unitAmount per unit; null when its records have several rates, or came rated
 * @param records the ids of those that are added up on the line
 */
public record BilledUsage(
        String usageType,
        Unit unit,
        BigDecimal quantity,
        @Nullable BigDecimal unitAmount,
        List<Long> records) {}
