package io.controlcenter.billing.usage;

import io.controlcenter.billing.usage.domain.RatedUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Usage that was taken.
 *
 * @param typeName as bills say it
 * @param invoiceNumber and {@code lineNumber}: where it is billed; null while it is not
 */
record UsageRecord(
        long id,
        RatedUsage usage,
        String typeName,
        Instant receivedAt,
        @Nullable String invoiceNumber,
        @Nullable Integer lineNumber) {}
