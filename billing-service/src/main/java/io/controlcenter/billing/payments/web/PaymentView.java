package io.controlcenter.billing.payments.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.PaymentState;
import io.controlcenter.billing.payments.domain.PaymentWay;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        @Nullable String failureCode,
        @Nullable String failureReason,
        @Nullable String reversalReason,
        @Nullable Instant reversedAt,
        Instant createdAt,
        String createdBy) {

    @Schema(name = "PaymentApplication")
    record ApplicationView(String invoiceNumber, Money amount) {}

    /** @param applied what it is applied to now */
    static PaymentView of(Payment payment, List<Allocation.Part> applied) {
        var posted = payment.state() == PaymentState.POSTED;
        var parts = posted ? applied : payment.told();
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
                posted ? left(payment, applied) : null,
                result == null ? null : result.failureCode(),
                result == null ? null : result.failureReason(),
                reversal == null ? null : reversal.reason(),
                reversal == null ? null : reversal.at(),
                payment.createdAt(),
                payment.createdBy());
    }

    private static Money left(Payment payment, List<Allocation.Part> applied) {
        var used = applied.stream().map(Allocation.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(payment.amount().subtract(used), payment.currency());
    }
}
