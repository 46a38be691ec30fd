package io.controlcenter.identity.clients;

import io.controlcenter.identity.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Client secrets are long random strings, not passwords: a plain digest cannot be guessed back, and costs microseconds
 * where bcrypt would cost each token exchange a tenth of a second. A client may have two at a time, so that it can change
 * from one to the other while it works: what is stored are digests with a space between, each with the second in which it
 * expires, if any, after a colon.
 */
public final class ClientSecretEncoder implements PasswordEncoder {

    private final Clock clock;

    public ClientSecretEncoder(Clock clock) {
        this.clock = clock;
    }

    record Stored(String hash, @Nullable Instant expiresAt) {}

    static String join(List<Stored> secrets) {
        return secrets.stream()
                .map(one -> one.expiresAt() == null
                        ? one.hash()
                        : one.hash() + ":" + one.expiresAt().getEpochSecond())
                .collect(Collectors.joining(" "));
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : Secrets.hash(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        if (secret == null || encoded == null) {
            return false;
        }
        var hash = Secrets.hash(secret.toString()).getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(encoded.split(" "))
                .map(one -> one.split(":"))
                .anyMatch(
                        one -> MessageDigest.isEqual(hash, one[0].getBytes(StandardCharsets.US_ASCII)) && isValid(one));
    }

    private boolean isValid(String[] stored) {
        return stored.length == 1 || clock.instant().getEpochSecond() < Long.parseLong(stored[1]);
    }
}
