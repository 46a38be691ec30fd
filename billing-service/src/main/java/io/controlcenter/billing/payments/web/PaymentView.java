package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentState;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.receivables.domain.FundUse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payment. */
@Schema(name = "Payment")
record PaymentView(
        @Schema(example = "PAY-10000001") String paymentId,
        String href,
        String enterpriseId,
        String accountId,

        @Schema(description = "CUSTOMER, AUTOPAY, STAFF or LOCKBOX")
        Payment.Origin origin,

        PaymentWay method,

        @Nullable @Schema(description = "What is charged; absent for a remittance")
        String methodId,

        @Schema(description = "What is charged; less than was asked for when less was owed on the day")
        Money amount,

        Money requestedAmount,
        PaymentState state,
        String displayStatus,
        @Nullable LocalDate scheduledFor,

        @Nullable @Schema(description = "Of a remittance: number of the cheque or the wire")
        String reference,

        @Nullable Instant receivedAt,
        @Nullable Instant postedAt,
        @Nullable String receiptNumber,

        @Schema(description = "What it settles; when it is not posted yet, what it was told to")
        List<ApplicationView> applications,

        @Nullable @Schema(description = "Left as a credit") Money unapplied,

        @Nullable @Schema(description = "Of the credit that it left, by refunds; absent when nothing was")
        Money paidBack,

        @Nullable String failureCode,
        @Nullable String failureReason,
        @Nullable String reversalReason,
        @Nullable Instant reversedAt,
        Instant createdAt,
        String createdBy) {

    @Schema(name = "PaymentApplication")
    record ApplicationView(String invoiceNumber, Money amount) {}

    /** @param uses what became of posted ones */
    static PaymentView of(Payment payment, Map<String, FundUse> uses) {
        var use = payment.state() == PaymentState.POSTED ? uses.get(payment.paymentId()) : null;
        var parts = use == null ? payment.told() : use.applied();
        var result = payment.result();
        var reversal = payment.reversal();
        return new PaymentView(
                payment.paymentId(),
                "/api/v1/payments/" + payment.paymentId(),
                payment.enterpriseId(),
                payment.accountId(),
                payment.origin(),
                payment.method(),
                payment.methodId(),
                Money.of(payment.amount(), payment.currency()),
                Money.of(payment.requestedAmount(), payment.currency()),
                payment.state(),
                payment.state().displayStatus(),
                payment.scheduledFor(),
                payment.reference(),
                payment.receivedAt(),
                result == null ? null : result.postedAt(),
                result == null ? null : result.receiptNumber(),
                parts.stream()
                        .map(part ->
                                new ApplicationView(part.invoiceNumber(), Money.of(part.amount(), payment.currency())))
                        .toList(),
                use == null ? null : Money.of(use.unapplied(), payment.currency()),
                use == null || use.paidBack().signum() == 0 ? null : Money.of(use.paidBack(), payment.currency()),
                result == null ? null : result.failureCode(),
                result == null ? null : result.failureReason(),
                reversal == null ? null : reversal.reason(),
                reversal == null ? null : reversal.at(),
                payment.createdAt(),
                payment.createdBy());
    }
}
