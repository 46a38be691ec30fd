package io.controlcenter.identity.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes of an authenticator app: six digits, thirty seconds, HMAC-SHA-1, which is what every app can do (RFC 6238). A
 * code of the step before or after is taken too, for clocks that are not quite right.
 */
final class Totp {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = CODES.getTimeStep().toSeconds();
    private static final int STEPS_OFF = 1;
    private static final int SECRET_BYTES = 20;
    private static final String ISSUER = "Control Center";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** In Base32, as people type it where they cannot scan. */
    static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeToString(bytes);
    }

    static String code(String secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A second factor's secret is no key", e);
        }
    }

    /**
     * The step whose code this is; empty when it is of none that may still be used.
     *
     * @param after the step of the code that was used last: none works twice, and none before it works any more
     */
    static OptionalLong step(String secret, String code, Instant now, long after) {
        var present = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(present - STEPS_OFF, present + STEPS_OFF)
                .filter(step -> step > after)
                .filter(step -> isSame(code, code(secret, Instant.ofEpochSecond(step * STEP_SECONDS))))
                .findFirst();
    }

    private static boolean isSame(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** What the picture says to an authenticator app. */
    static String uri(String secret, String username) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encode(ISSUER), encode(username), secret, encode(ISSUER));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
