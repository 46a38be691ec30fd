package io.controlcenter.billing.payments.application;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Invoices of an account are paid by themselves on their due date: what is not in dispute then.
 *
 * @param limit an invoice of more than this is not paid by itself; null for any amount
 */
public record AutoPay(
        String accountId,
        String enterpriseId,
        String methodId,
        @Nullable BigDecimal limit,
        Instant enrolledAt,
        String enrolledBy,
        long version) {}
