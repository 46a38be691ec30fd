package io.controlcenter.identity.clients;

import java.time.Instant;
import java.util.List;

/**
 * A program that uses the API: a front-end that signs people in, or a partner's own that acts by itself.
 *
 * @param redirectUris where a front-end takes people back to
 * @param permissions what a partner's may do
 * @param enterpriseIds on which enterprises
 */
public record ApiClient(
        String clientId,
        String name,
        Kind kind,
        Status status,
        List<String> redirectUris,
        List<String> permissions,
        List<String> enterpriseIds,
        Instant createdAt,
        long version) {

    /** How it proves itself. */
    public enum Kind {
        /** Cannot keep a secret: authorization code with PKCE. */
        PUBLIC,
        /** Has a secret: client credentials. */
        CONFIDENTIAL
    }

    /** Whether it works. */
    public enum Status {
        ACTIVE,
        DISABLED
    }
}
