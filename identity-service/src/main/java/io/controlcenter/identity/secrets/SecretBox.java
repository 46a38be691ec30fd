package io.controlcenter.identity.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must be read again, so that a copy of the database alone opens nothing: AES-256-GCM under a key from the
 * environment. What is sealed is bound to its purpose, and so cannot be moved to another row. Its text is
 * {@code sealed:<key>:<nonce and cipher text>}.
 */
public final class SecretBox {

    private static final String MARK = "sealed:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Key> keys;

    private record Key(String id, SecretKey key) {

        static Key of(String text) {
            var digest = Secrets.digest("control-center secrets:" + text);
            return new Key(
                    Secrets.hash("control-center key id:" + text).substring(0, 8), new SecretKeySpec(digest, "AES"));
        }

        String prefix() {
            return MARK + id + ":";
        }
    }

    /** @param keys long random texts; the first one seals, all of them open */
    public SecretBox(List<String> keys) {
        this.keys = keys.stream().map(Key::of).toList();
    }

    /** @param purpose what it is for and whose, such as {@code second-factor:<user>} */
    public String seal(String purpose, String secret) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var sealing = keys.getFirst();
            var cipher = cipher(Cipher.ENCRYPT_MODE, sealing, nonce, purpose);
            var text = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var both = ByteBuffer.allocate(nonce.length + text.length)
                    .put(nonce)
                    .put(text)
                    .array();
            return sealing.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed", e);
        }
    }

    /** @throws IllegalStateException when it was sealed by another key, for another purpose, or was changed */
    public String open(String purpose, String sealed) {
        var key = keys.stream()
                .filter(one -> sealed.startsWith(one.prefix()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Sealed by a key that is not in SECRETS_KEY: " + purpose));
        try {
            var both =
                    Base64.getUrlDecoder().decode(sealed.substring(key.prefix().length()));
            var cipher = cipher(Cipher.DECRYPT_MODE, key, both, purpose);
            return new String(cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A sealed secret cannot be opened: " + purpose, e);
        }
    }

    /** Whether it is sealed, and by the key that seals now. */
    public boolean isCurrent(String stored) {
        return stored.startsWith(currentPrefix());
    }

    /** How everything begins that the present key has sealed. */
    public String currentPrefix() {
        return keys.getFirst().prefix();
    }

    public static boolean isSealed(String stored) {
        return stored.startsWith(MARK);
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
