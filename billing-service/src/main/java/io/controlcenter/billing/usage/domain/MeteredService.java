package io.controlcenter.billing.usage.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A service that is used.
 *
 * @param currency and {@code zone} of its account
 * @param stop the first day not billed; null while it goes on
 */
public record MeteredService(
        String serviceId,
        String enterpriseId,
        String accountId,
        String currency,
        ZoneId zone,
        LocalDate start,
        @Nullable LocalDate stop) {}
