package io.controlcenter.identity.users.application;

/** What a signed-in user goes on with: browser sessions and refresh tokens. */
public interface SignedInSessions {

    /** Ends all of them at once. */
    void end(String userId);
}
