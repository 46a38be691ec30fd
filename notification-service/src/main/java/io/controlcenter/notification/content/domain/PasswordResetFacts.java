package io.controlcenter.notification.content.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody forgot the password. The link lets them choose another one, so it is forgotten once the mail is on its way. */
public record PasswordResetFacts(
        String userId, String email, @Nullable String firstName, String resetLink, Instant expiresAt)
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
