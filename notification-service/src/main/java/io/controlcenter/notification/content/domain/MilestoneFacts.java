package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order reached a milestone. */
public record MilestoneFacts(
        String orderNumber,
        String accountId,
        String code,
        @Nullable Instant reachedAt,
        boolean key,
        @Nullable String note,
        @Nullable Instant answerBy,
        @Nullable CareManager customerCareManager,
        @Nullable Contact contact)
        implements Facts {

    @Override
    public String subjectId() {
        return orderNumber;
    }

    @Override
    public String part() {
        return code;
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
