package io.controlcenter.billing.invoicing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Billed once, never prorated. */
public record OneTimeCharge(
        long id,
        String chargeId,
        @Nullable String serviceId,
        String description,
        @Nullable BigDecimal amount,
        String currency,
        LocalDate date) {}
