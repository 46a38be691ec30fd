package io.controlcenter.notification.content.domain;

import java.time.Instant;
import java.util.List;

/** Somebody asks for access by themselves. */
public sealed interface RegistrationFacts extends PersonalFacts {

    String registrationId();

    String firstName();

    @Override
    default String subjectId() {
        return registrationId();
    }

    /** The address is to be confirmed. */
    record ToConfirm(String registrationId, String email, String firstName, String verificationLink, Instant expiresAt)
            implements RegistrationFacts {

        @Override
        public List<Addressee> addressees() {
            return List.of(new Addressee(null, email, firstName));
        }
    }

    /** Confirmed; those who administer the enterprise decide. */
    record ToDecide(
            String registrationId, String email, String firstName, String lastName, List<Administrator> administrators)
            implements RegistrationFacts {

        @Override
        public List<Addressee> addressees() {
            return administrators.stream()
                    .map(who -> new Addressee(who.userId(), who.email(), who.name()))
                    .toList();
        }
    }

    record Administrator(String userId, String email, String name) {}

    /** Refused, and why. Who is approved gets an invitation instead. */
    record Refused(String registrationId, String email, String firstName, String reason) implements RegistrationFacts {

        @Override
        public List<Addressee> addressees() {
            return List.of(new Addressee(null, email, firstName));
        }
    }
}
