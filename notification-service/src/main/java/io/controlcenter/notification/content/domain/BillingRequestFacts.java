package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a billing request; whoever made it is told.
 *
 * @param disputedAmount with taxes, as on the invoice
 * @param creditAmount with taxes, as on the credit note
 */
public record BillingRequestFacts(
        String requestNumber,
        String accountId,
        String type,
        @Nullable String invoiceNumber,
        String state,
        String displayStatus,
        @Nullable String from,
        @Nullable Coordinator coordinator,
        Contact contact,
        @Nullable Money disputedAmount,
        @Nullable Money disputedNetAmount,
        @Nullable Money creditAmount,
        @Nullable Money creditNetAmount,
        @Nullable String outcome,
        @Nullable String text,
        Instant at)
        implements Facts {

    public record Coordinator(String name, @Nullable String phone, String email) {}

    public boolean isDispute() {
        return type.equals("DISPUTE");
    }

    @Override
    public String subjectId() {
        return requestNumber;
    }

    @Override
    public List<Contact> named() {
        return List.of(contact);
    }

    @Override
    public List<Concern> concerns() {
        return List.of(Concern.of(accountId));
    }
}
