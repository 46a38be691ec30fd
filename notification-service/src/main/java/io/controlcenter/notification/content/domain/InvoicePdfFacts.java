package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as PDF, for those whom its account names.
 *
 * @param pdf to attach, base64; null when it is to be opened after signing in
 */
public record InvoicePdfFacts(
        String invoiceNumber,
        String accountId,
        LocalDate billDate,
        LocalDate dueDate,
        List<String> recipients,
        String fileName,
        @Nullable String pdf)
        implements Facts {

    @Override
    public String subjectId() {
        return invoiceNumber;
    }

    @Override
    public List<Contact> named() {
        return recipients.stream()
                .map(recipient -> new Contact(null, recipient, null))
                .toList();
    }

    @Override
    public List<Concern> concerns() {
        return List.of(Concern.of(accountId));
    }
}
