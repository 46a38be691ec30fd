package io.controlcenter.notification.content.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something changed in how somebody signs in, which the person may not have done.
 *
 * @param what a code of identity's, such as {@code PASSWORD_CHANGED}
 * @param address where it was done from; null when an administrator did it
 */
public record SecurityFacts(
        String userId,
        String email,
        @Nullable String firstName,
        String timeZone,
        String what,
        @Nullable String address,
        Instant at)
        implements PersonalFacts {

    @Override
    public String subjectId() {
        return userId;
    }

    @Override
    public String part() {
        return what;
    }

    @Override
    public List<Addressee> addressees() {
        return List.of(new Addressee(userId, email, firstName));
    }
}
