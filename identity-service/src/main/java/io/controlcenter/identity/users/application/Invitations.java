package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.UserEvent;

/** Links by which an invited user chooses a password. */
public interface Invitations {

    /** Issues a new link; the ones before it stop working. */
    UserEvent.Invited issue(String userId);
}
