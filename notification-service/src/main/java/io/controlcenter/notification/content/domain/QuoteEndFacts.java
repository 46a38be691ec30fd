package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a quote ends soon. */
public record QuoteEndFacts(
        String quoteNumber,
        String accountId,
        LocalDate validUntil,
        @Nullable Contact contact) implements Facts {

    @Override
    public String subjectId() {
        return quoteNumber;
    }

    @Override
    public List<Contact> named() {
        return contact == null ? List.of() : List.of(contact);
    }

    @Override
    public List<Concern> concerns() {
        return List.of(Concern.of(accountId));
    }
}
