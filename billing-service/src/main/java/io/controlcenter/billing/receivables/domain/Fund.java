package io.controlcenter.billing.receivables.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that settles invoices.
 *
 * @param fundId payment id, credit note number, or the number of an invoice that gives back
 * @param unapplied what no invoice has used up
 * @param reversedAt when it was taken back; null while it counts
 */
public record Fund(
        String fundId,
        Kind kind,
        String enterpriseId,
        String accountId,
        String currency,
        BigDecimal amount,
        BigDecimal unapplied,
        Instant postedAt,
        @Nullable Instant reversedAt) {

    public enum Kind {
        PAYMENT,
        CREDIT_NOTE,
        /** An invoice whose credits are more than its charges. */
        CREDIT_INVOICE
    }

    public static BigDecimal unapplied(List<Fund> funds) {
        return funds.stream().map(Fund::unapplied).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Fund withUnapplied(BigDecimal left) {
        return new Fund(fundId, kind, enterpriseId, accountId, currency, amount, left, postedAt, reversedAt);
    }

    public Fund reversed(Instant at) {
        return new Fund(fundId, kind, enterpriseId, accountId, currency, amount, BigDecimal.ZERO, postedAt, at);
    }
}
