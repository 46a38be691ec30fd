package io.controlcenter.identity.users.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a user. */
public sealed interface UserEvent {

    /** @param signInLink where to choose a password, once, until it expires */
    record Invited(String signInLink, Instant expiresAt) implements UserEvent {}

    record Activated() implements UserEvent {}

    record Updated() implements UserEvent {}

    record Deactivated() implements UserEvent {}

    record Reactivated() implements UserEvent {}

    record Deleted() implements UserEvent {}

    /** @param on when it comes unless the user signs in before */
    record InactivityWarned(Inactivity.Effect effect, Instant on) implements UserEvent {}

    /** @param enterpriseId null when there is none any more */
    record DefaultEnterpriseChanged(@Nullable String enterpriseId) implements UserEvent {}
}
