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
 * @param enterpriseIds on which enterprises, as far as whoever reads this may know them
 * @param accountIds on which of their accounts only; null for all
 * @param shared whether it works for enterprises besides those
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
        @Nullable List<String> accountIds,
        boolean shared,
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
                accountIds,
                shared,
                jwks,
                known,
                createdAt,
                version);
    }

    ApiClient moved(Status to) {
        return bound(to, enterpriseIds);
    }

    /** No more of the enterprises that are known here; out of use for good where it has no other. */
    ApiClient unbound() {
        return bound(shared ? status : Status.DISABLED, List.of());
    }

    /** As one of its enterprises may know it. */
    ApiClient seenBy(String enterpriseId) {
        return bound(status, enterpriseIds.contains(enterpriseId) ? List.of(enterpriseId) : List.of());
    }

    private ApiClient bound(Status to, List<String> enterprises) {
        return new ApiClient(
                clientId,
                name,
                kind,
                to,
                redirectUris,
                postLogoutRedirectUris,
                permissions,
                enterprises,
                accountIds,
                shared,
                jwks,
                secrets,
                createdAt,
                version);
    }

    List<Secret> validSecrets(Instant now) {
        return secrets.stream().filter(secret -> secret.isValid(now)).toList();
    }

    boolean canProveItself(Instant now) {
        return kind == Kind.PUBLIC || jwks != null || !validSecrets(now).isEmpty();
    }

    /** When it last got a secret; null without any. */
    @Nullable
    Instant secretRotatedAt() {
        return secrets.isEmpty() ? null : secrets.getLast().createdAt();
    }
}
