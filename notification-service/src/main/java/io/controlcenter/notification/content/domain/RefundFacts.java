package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;

/** Credit of an account was paid back. */
public record RefundFacts(
        String refundId,
        String accountId,
        String method,
        Money amount,
        String reference,
        String reason,
        List<Part> parts,
        Instant paidAt)
        implements Facts {

    /** @param reference payment, credit note, or invoice that gave back */
    public record Part(String reference, Money amount) {}

    @Override
    public String subjectId() {
        return refundId;
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
