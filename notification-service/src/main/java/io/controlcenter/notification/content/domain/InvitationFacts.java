package io.controlcenter.notification.content.domain;

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
        implements PersonalFacts {

    @Override
    public String subjectId() {
        return userId;
    }

    @Override
    public List<Addressee> addressees() {
        return List.of(new Addressee(userId, email, firstName));
    }
}
