package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.UserEvent;
import io.controlcenter.identity.users.domain.UserSnapshot;

/** Tells the other domains, inside the transaction in which it happened. */
public interface Announcements {

    void happened(UserSnapshot user, UserEvent event);

    void granted(Grant grant);

    void changed(Grant grant);

    void revoked(Grant grant);
}
