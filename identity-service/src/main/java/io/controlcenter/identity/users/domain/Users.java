package io.controlcenter.identity.users.domain;

import java.util.Optional;

/** All users of the platform. A person belongs to no enterprise, so whoever asks must know whom they may see. */
public interface Users {

    Optional<User> find(String userId);

    /** False when the user name is taken; it stays so for ever. */
    boolean add(UserSnapshot user);

    /** Saves a change; fails when somebody else changed the user since. */
    UserSnapshot save(User user);

    boolean isEmpty();
}
