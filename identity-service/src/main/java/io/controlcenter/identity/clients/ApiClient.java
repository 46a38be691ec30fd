package io.controlcenter.identity.clients;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that uses the API: a front-end that signs people in, or a partner's own that acts by itself.
 *
 * @param redirectUris where a front-end takes people back to
 * @param postLogoutRedirectUris where it takes them after signing out
 * @param permissions what a partner's may do
 * @param enterpriseIds on which enterprises
 * @param jwks public keys by which a partner's proves itself, as a JSON Web Key Set; null for none
 * @param secrets that work now, oldest first, or have expired and were not taken away yet
 */
public record ApiClient(
        String clientId,
        String name,
        Kind kind,
        Status status,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        List<String> permissions,
        List<String> enterpriseIds,
        @Nullable String jwks,
        List<Secret> secrets,
        Instant createdAt,
        long version) {

    /** How it proves itself. */
    public enum Kind {
        /** Cannot keep a secret: authorization code with PKCE. */
        PUBLIC,
        /** Has secrets, or signs with its own keys: client credentials. */
        CONFIDENTIAL
    }

    /** Whether it works. */
    public enum Status {
        ACTIVE,
        /** Kept out until it is resumed. */
        SUSPENDED,
        /** For good. */
        DISABLED
    }

    /**
     * One of a client's secrets, without the secret.
     *
     * @param expiresAt null while nobody set an end to it
     */
    public record Secret(
            String secretId, Instant createdAt, @Nullable Instant expiresAt) {

        boolean isValid(Instant now) {
            return expiresAt == null || expiresAt.isAfter(now);
        }
    }

    ApiClient with(List<Secret> known) {
        return new ApiClient(
                clientId,
                name,
                kind,
                status,
                redirectUris,
                postLogoutRedirectUris,
                permissions,
                enterpriseIds,
                jwks,
                known,
                createdAt,
                version);
    }

    ApiClient moved(Status to) {
        return new ApiClient(
                clientId,
                name,
                kind,
                to,
                redirectUris,
                postLogoutRedirectUris,
                permissions,
                enterpriseIds,
                jwks,
                secrets,
                createdAt,
                version);
    }

    List<Secret> validSecrets(Instant now) {
        return secrets.stream().filter(secret -> secret.isValid(now)).toList();
    }

    /** When it last got a secret; null without any. */
    @Nullable
    Instant secretRotatedAt() {
        return secrets.isEmpty() ? null : secrets.getLast().createdAt();
    }
}
