package io.controlcenter.billing.payments.messaging;

import io.controlcenter.billing.domain.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code billing.payment.v1} and {@code billing.refund.v1}, as {@code contracts/events/published} describes them. */
interface PaymentMessages {

    /**
     * {@code billing.payment.posted.v1}, {@code .failed.v1} and {@code .reversed.v1}.
     *
     * @param receivedAt null when nothing was received
     * @param failureReason why it failed or was reversed; null when it was posted
     * @param by who paid, posted or reversed it
     */
    record PaymentTold(
            String paymentId,
            String accountId,
            String method,
            Money amount,
            @Nullable Instant receivedAt,
            List<Application> applications,
            @Nullable String failureReason,
            @Nullable String receiptNumber,
            String by) {}

    record Application(String invoiceNumber, Money amount) {}

    /**
     * {@code billing.refund.paid.v1}.
     *
     * @param reference number of the wire or the cheque
     * @param parts which payments and credits it comes from, oldest first
     */
    record RefundTold(
            String refundId,
            String accountId,
            String method,
            Money amount,
            String reference,
            String reason,
            List<RefundPart> parts,
            Instant paidAt,
            String by) {}

    /** @param reference payment id, credit note number, or the number of an invoice that gave back */
    record RefundPart(String reference, Money amount) {}
}
