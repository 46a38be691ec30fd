package io.controlcenter.identity.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password has to be: long and not the first thing that somebody would try, which zxcvbn judges by lists of
 * leaked passwords, words and names, and by rows of keys. No rules about signs.
 */
final class PasswordPolicy {

    static final int SHORTEST = 12;

    /** bcrypt reads no further. */
    static final int MOST_BYTES = 72;

    /** What zxcvbn's lists of leaked passwords do not have, and everybody has read of. */
    private static final Set<String> FAMOUS = Set.of(
            "correcthorsebatterystaple",
            "passphrase",
            "changeit",
            "changeme",
            "welcome",
            "administration",
            "administrator",
            "controlcenter",
            "topsecret");

    /** Of four; two is "somewhat guessable". */
    private static final int WEAKEST = 3;

    private static final Zxcvbn STRENGTH = new Zxcvbn();

    private PasswordPolicy() {}

    /** What is wrong with a password, for a person; empty when it will do. */
    static Optional<String> objection(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("Use at least " + SHORTEST + " characters. Several words are easy to remember.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("Use at most " + MOST_BYTES + " characters.");
        }
        if (resembles(password, username)) {
            return Optional.of("Do not use your user name as the password.");
        }
        if (isCommon(password, username)) {
            return Optional.of("This password is one of the first that somebody would try. Choose another one.");
        }
        return Optional.empty();
    }

    private static boolean resembles(String password, String username) {
        var bare = letters(password);
        var name = letters(username);
        var local = letters(username.replaceFirst("@.*", ""));
        return password.equalsIgnoreCase(username) || bare.equals(name) || bare.equals(local);
    }

    private static boolean isCommon(String password, String username) {
        return FAMOUS.contains(letters(password))
                || STRENGTH.measure(password, List.of(username, "control center", "controlcenter"))
                                .getScore()
                        < WEAKEST;
    }

    /** Without what is put before and after a word, and with letters for the signs that stand for them inside. */
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "")
                .replace('0', 'o')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("[^\\p{L}]", "");
    }
}
