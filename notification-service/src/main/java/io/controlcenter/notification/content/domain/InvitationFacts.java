package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user was invited. The link lets them in, so it is forgotten once the mail is on its way. */
public record InvitationFacts(
        String userId,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String signInLink,
        Instant expiresAt)
        implements Facts {

    @Override
    public String subjectId() {
        return userId;
    }

    @Override
    public List<Contact> named() {
        return List.of(new Contact(firstName, email, null));
    }

    @Override
    public List<Concern> concerns() {
        return List.of();
    }
}
