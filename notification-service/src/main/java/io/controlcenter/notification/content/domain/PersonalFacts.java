package io.controlcenter.notification.content.domain;

import io.controlcenter.notification.domain.Concern;
import io.controlcenter.notification.domain.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What concerns somebody's access, and so is told to the person whom the event names and to nobody else. */
public sealed interface PersonalFacts extends Facts
        permits InvitationFacts, PasswordResetFacts, SecurityFacts, RegistrationFacts, InactivityFacts {

    /** @param userId null for who is no user, or is to be told although they cannot sign in */
    record Addressee(
            @Nullable String userId, String email, @Nullable String name) {}

    List<Addressee> addressees();

    @Override
    default List<Contact> named() {
        return addressees().stream()
                .map(addressee -> new Contact(addressee.name(), addressee.email(), null))
                .toList();
    }

    @Override
    default List<Concern> concerns() {
        return List.of();
    }
}
