package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quote changed its state.
 *
 * @param to by MEF 115, such as {@code approved.orderable}
 * @param validUntil last day on which the answer holds; null while there is none
 */
public record QuoteFacts(
        String quoteNumber,
        String accountId,
        String to,
        String level,
        @Nullable LocalDate validUntil,
        @Nullable Contact contact)
        implements Facts {

    /** Whether it is an answer, good or bad, that the buyer waits for. */
    public boolean answers() {
        return orderable() || to.equals("answered") || to.equals("unableToProvide") || to.equals("rejected");
    }

    boolean orderable() {
        return to.startsWith("approved.");
    }

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
