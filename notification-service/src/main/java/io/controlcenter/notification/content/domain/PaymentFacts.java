package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment was posted, or nothing was taken. */
public record PaymentFacts(
        String paymentId,
        String accountId,
        String method,
        Money amount,
        @Nullable Instant receivedAt,
        List<Application> applications,
        @Nullable String failureReason,
        @Nullable String receiptNumber)
        implements Facts {

    public record Application(String invoiceNumber, Money amount) {}

    @Override
    public String subjectId() {
        return paymentId;
    }

    @Override
    public List<Contact> named() {
        return List.of();
    }

    @Override
    public List<Concern> concerns() {
        return List.of(Concern.of(accountId));
    }
}
