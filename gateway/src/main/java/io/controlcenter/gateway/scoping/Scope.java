package io.controlcenter.gateway.scoping;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What identity says to the wish to act on an enterprise. */
public sealed interface Scope {

    /**
     * @param token for the services
     * @param subject whose it is
     * @param enterpriseId the one it is scoped to; null when identity found none
     * @param lifetime how long it may be used
     */
    record Granted(String token, String subject, @Nullable String enterpriseId, Duration lifetime) implements Scope {}

    /** Not this person on this enterprise, or nobody for now. */
    record Refused(Reason reason) implements Scope {}

    enum Reason {
        /** No such enterprise, or not theirs: the two are not told apart. */
        NOT_A_MEMBER,
        /** Deactivated since the access token was issued, or never known. */
        UNKNOWN_SUBJECT,
        /** Identity does not answer. */
        UNAVAILABLE
    }
}
