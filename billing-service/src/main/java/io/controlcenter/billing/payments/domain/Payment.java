package io.controlcenter.billing.payments.domain;

import io.controlcenter.billing.receivables.domain.Allocation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money from a customer.
 *
 * @param methodId the payment method that is charged; null for a remittance
 * @param amount what is charged; may be less than was asked for when less is owed on the day
 * @param told which invoices it is for; the rest goes oldest first
 * @param scheduledFor the day on which it is charged, where the account is; null for at once
 * @param reference of a remittance: the number of the cheque or the wire
 * @param result what came of charging; null before
 * @param reversal why and when it was taken back; null when it was not
 * @param autopayInvoice the invoice that AutoPay pays by it; null for any other payment
 */
public record Payment(
        String paymentId,
        String enterpriseId,
        String accountId,
        Origin origin,
        PaymentWay method,
        @Nullable String methodId,
        BigDecimal amount,
        BigDecimal requestedAmount,
        String currency,
        PaymentState state,
        List<Allocation.Part> told,
        boolean allowOverpayment,
        @Nullable LocalDate scheduledFor,
        ZoneId zone,
        @Nullable String reference,
        @Nullable Instant receivedAt,
        @Nullable Result result,
        @Nullable Reversal reversal,
        @Nullable String autopayInvoice,
        int attempts,
        Instant createdAt,
        String createdBy,
        long version) {

    public enum Origin {
        CUSTOMER,
        AUTOPAY,
        STAFF,
        LOCKBOX
    }

    /**
     * @param receiptNumber of a posted one
     * @param processorReference the provider's own number
     * @param failureCode of a failed or cancelled one
     */
    public record Result(
            @Nullable String receiptNumber,
            @Nullable Instant postedAt,
            @Nullable String processor,
            @Nullable String processorReference,
            @Nullable String failureCode,
            @Nullable String failureReason) {

        public static Result failure(String code, String reason) {
            return new Result(null, null, null, null, code, reason);
        }
    }

    public record Reversal(String reason, Instant at) {}

    /** Either it happened, or it did not and nothing changed. */
    public sealed interface Outcome {

        record Done(Payment payment) implements Outcome {}

        /** @param wanted what was asked of it */
        record Refused(PaymentState state, String wanted) implements Outcome {}
    }

    /** Before its day, a scheduled payment can be called off. */
    public Outcome cancel() {
        return state == PaymentState.SCHEDULED
                ? done(with(PaymentState.CANCELLED, amount, result, reversal))
                : new Outcome.Refused(state, "cancel");
    }

    /**
     * Its day has come.
     *
     * @param owed what may be paid now
     */
    public Outcome begin(BigDecimal owed) {
        if (state != PaymentState.SCHEDULED) {
            return new Outcome.Refused(state, "begin");
        }
        var charged = allowOverpayment ? amount : amount.min(owed);
        return charged.signum() > 0
                ? done(with(PaymentState.PROCESSING, charged, result, reversal))
                : done(with(
                        PaymentState.CANCELLED,
                        amount,
                        Result.failure("nothing-due", "Nothing was owed on the day."),
                        reversal));
    }

    public Outcome posted(String receiptNumber, String processor, String processorReference, Instant at) {
        var posted = new Result(receiptNumber, at, processor, processorReference, null, null);
        return state == PaymentState.PROCESSING
                ? done(with(PaymentState.POSTED, amount, posted, reversal))
                : new Outcome.Refused(state, "post");
    }

    public Outcome failed(String code, String reason) {
        return state == PaymentState.PROCESSING
                ? done(with(PaymentState.FAILED, amount, Result.failure(code, reason), reversal))
                : new Outcome.Refused(state, "fail");
    }

    public Outcome reversed(String reason, Instant at) {
        return state == PaymentState.POSTED
                ? done(with(PaymentState.REVERSED, amount, result, new Reversal(reason, at)))
                : new Outcome.Refused(state, "reverse");
    }

    private static Outcome done(Payment payment) {
        return new Outcome.Done(payment);
    }

    private Payment with(
            PaymentState next, BigDecimal charged, @Nullable Result newResult, @Nullable Reversal newReversal) {
        return new Payment(
                paymentId,
                enterpriseId,
                accountId,
                origin,
                method,
                methodId,
                charged,
                requestedAmount,
                currency,
                next,
                told,
                allowOverpayment,
                scheduledFor,
                zone,
                reference,
                receivedAt == null && newResult != null ? newResult.postedAt() : receivedAt,
                newResult,
                newReversal,
                autopayInvoice,
                attempts,
                createdAt,
                createdBy,
                version + 1);
    }
}
