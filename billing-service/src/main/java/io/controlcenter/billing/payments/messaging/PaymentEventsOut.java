package io.controlcenter.billing.payments.messaging;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.payments.application.PaymentJournal;
import io.controlcenter.billing.payments.domain.Payment;
import io.controlcenter.billing.payments.domain.Refund;
import io.controlcenter.billing.receivables.domain.Allocation;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what became of payments. */
@Component
class PaymentEventsOut implements PaymentJournal {

    private final Outbox outbox;

    PaymentEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void posted(Payment payment, List<Allocation.Part> applications) {
        tell("posted", payment, applications, null, payment.createdBy());
    }

    @Override
    public void failed(Payment payment) {
        tell(
                "failed",
                payment,
                List.of(),
                Objects.requireNonNull(payment.result()).failureReason(),
                payment.createdBy());
    }

    @Override
    public void reversed(Payment payment, List<Allocation.Part> applications, String by) {
        tell(
                "reversed",
                payment,
                applications,
                Objects.requireNonNull(payment.reversal()).reason(),
                by);
    }

    @Override
    public void refunded(Refund refund) {
        outbox.append(new OutboxEvent(
                "billing.refund.v1",
                "billing.refund.paid.v1",
                refund.refundId(),
                refund.enterpriseId(),
                refund.accountId(),
                1,
                new PaymentMessages.RefundTold(
                        refund.refundId(),
                        refund.accountId(),
                        refund.method().name(),
                        Money.of(refund.amount(), refund.currency()),
                        refund.reference(),
                        refund.reason(),
                        refund.parts().stream()
                                .map(part -> new PaymentMessages.RefundPart(
                                        part.fundId(), Money.of(part.amount(), refund.currency())))
                                .toList(),
                        refund.paidAt(),
                        refund.paidBy())));
    }

    private void tell(
            String what, Payment payment, List<Allocation.Part> applications, @Nullable String reason, String by) {
        var result = payment.result();
        var told = new PaymentMessages.PaymentTold(
                payment.paymentId(),
                payment.accountId(),
                payment.method().name(),
                Money.of(payment.amount(), payment.currency()),
                payment.receivedAt(),
                applications.stream()
                        .map(part -> new PaymentMessages.Application(
                                part.invoiceNumber(), Money.of(part.amount(), payment.currency())))
                        .toList(),
                reason,
                result == null ? null : result.receiptNumber(),
                by);
        outbox.append(new OutboxEvent(
                "billing.payment.v1",
                "billing.payment." + what + ".v1",
                payment.paymentId(),
                payment.enterpriseId(),
                payment.accountId(),
                payment.version(),
                told));
    }
}
