package io.controlcenter.billing.payments.domain;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be charged. We hold the provider's token for it and what tells it apart, never its number.
 *
 * @param kind CARD or ACH
 * @param label what its owner calls it
 * @param expires of a card
 */
public record PaymentMethod(
        String methodId,
        String enterpriseId,
        String accountId,
        PaymentWay kind,
        String token,
        String label,
        @Nullable String last4,
        @Nullable YearMonth expires,
        Instant addedAt,
        String addedBy,
        @Nullable Instant removedAt) {

    public boolean isUsable() {
        return removedAt == null;
    }
}
