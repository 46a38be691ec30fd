package io.controlcenter.billing.payments.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Credit of an account that is paid back to its customer.
 *
 * @param reference number of the wire or the cheque
 * @param parts which payments and credits it comes from, oldest first
 */
public record Refund(
        String refundId,
        String enterpriseId,
        String accountId,
        PaymentWay method,
        BigDecimal amount,
        String currency,
        String reference,
        String reason,
        List<Part> parts,
        Instant paidAt,
        String paidBy) {

    /** @param fundId payment id, credit note number, or the number of an invoice that gives back */
    public record Part(String fundId, BigDecimal amount) {}

    /** What came of the wish to pay credit back. */
    public sealed interface Outcome {

        record Paid(Refund refund) implements Outcome {}

        /** @param most what no invoice has used up */
        record MoreThanCredit(BigDecimal most) implements Outcome {}
    }
}
