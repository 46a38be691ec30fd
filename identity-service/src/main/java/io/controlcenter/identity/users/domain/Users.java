package io.controlcenter.identity.users.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All users of the platform. A person belongs to no enterprise, so whoever asks must know whom they may see. */
public interface Users {

    Optional<User> find(String userId);

    /** False when the user name is taken; it stays so for ever. */
    boolean add(UserSnapshot user);

    /** Saves a change; fails when somebody else changed the user since. */
    UserSnapshot save(User user);

    boolean isEmpty();

    /** Users for whom it is time to look whether they still sign in. */
    List<String> inactivityToLookAt(Instant now, int most);

    /** Not before then. */
    void lookAtInactivityAgain(String userId, Instant at);
}
