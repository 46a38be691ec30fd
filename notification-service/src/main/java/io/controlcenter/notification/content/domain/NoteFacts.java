package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote a note on a repair ticket; internal ones stay inside.
 *
 * @param authorId who wrote it, and need not be told
 */
public record NoteFacts(
        String ticketNumber,
        String accountId,
        @Nullable String serviceId,
        String noteId,
        @Nullable String authorId,
        String source,
        boolean internal,
        String text,
        List<Contact> contacts,
        Instant at)
        implements Facts {

    @Override
    public String subjectId() {
        return ticketNumber;
    }

    @Override
    public String part() {
        return noteId;
    }

    @Override
    public List<Contact> named() {
        return contacts;
    }

    @Override
    public List<Concern> concerns() {
        return List.of(new Concern(accountId, serviceId == null ? Set.of() : Set.of(serviceId)));
    }
}
