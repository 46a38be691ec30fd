package io.controlcenter.identity.clients;

import io.controlcenter.identity.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Client secrets are long random strings, not passwords: a plain digest cannot be guessed back, and costs microseconds
 * where bcrypt would cost each token exchange a tenth of a second.
 */
public final class ClientSecretEncoder implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : Secrets.hash(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        return secret != null
                && encoded != null
                && MessageDigest.isEqual(
                        Secrets.hash(secret.toString()).getBytes(StandardCharsets.US_ASCII),
                        encoded.getBytes(StandardCharsets.US_ASCII));
    }
}
