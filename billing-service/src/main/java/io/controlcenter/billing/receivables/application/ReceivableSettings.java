package io.controlcenter.billing.receivables.application;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How money owed is collected, where an account has no terms of its own (domain b.5, D and U).
 *
 * @param lateChargeRate of the undisputed past-due amount, a month; the law of the place may allow less
 * @param lateChargeCap share of an invoice that its late charges together stay within
 * @param creditHoldAfterDays past due, after which new orders are suspended
 * @param disputeWindowDays after the bill date
 */
@ConfigurationProperties("controlcenter.receivables")
public record ReceivableSettings(
        @DefaultValue("0.015") BigDecimal lateChargeRate,
        @DefaultValue("0.18") BigDecimal lateChargeCap,
        @DefaultValue("45") int creditHoldAfterDays,
        @DefaultValue("90") int disputeWindowDays) {}
