package io.controlcenter.notification.content.domain;

import java.time.LocalDate;
import java.util.List;

/** Somebody has not signed in for long. Told also to who is inactive already, so not as a user. */
public record InactivityFacts(
        String userId, String username, String email, String firstName, String effect, LocalDate on)
        implements PersonalFacts {

    @Override
    public String subjectId() {
        return userId;
    }

    @Override
    public List<Addressee> addressees() {
        return List.of(new Addressee(null, email, firstName));
    }

    boolean isDeletion() {
        return effect.equals("DELETION");
    }
}
