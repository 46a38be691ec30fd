package io.controlcenter.identity.signin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password has to be: long and not the first thing that somebody would try. No rules about signs. */
final class PasswordPolicy {

    static final int SHORTEST = 12;

    /** bcrypt reads no further. */
    static final int MOST_BYTES = 72;

    /** The bones of the passwords that everybody tries; digits and signs around them make no difference. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwort",
            "passphrase",
            "letmein",
            "welcome",
            "changeme",
            "changeit",
            "iloveyou",
            "trustnoone",
            "administrator",
            "administration",
            "qwerty",
            "qwertyuiop",
            "qwertyuiopasdf",
            "qwertz",
            "qwertzuiop",
            "asdfghjkl",
            "zxcvbnm",
            "abcdefghijkl",
            "abcdefghijklmnopqrstuvwxyz",
            "secret",
            "topsecret",
            "default",
            "controlcenter",
            "football",
            "baseball",
            "superman",
            "sunshine",
            "princess",
            "dragon",
            "monkey",
            "master",
            "correcthorsebatterystaple",
            "passwordpassword",
            "adminadmin",
            "adminadminadmin",
            "testtest",
            "testtesttest");

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
        if (isCommon(password)) {
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

    private static boolean isCommon(String password) {
        var bare = letters(password);
        return bare.isEmpty() ? isPlainNumber(password) : COMMON.contains(bare) || distinct(password) < 5;
    }

    /** Digits alone are a date or a row of keys, unless there are many different ones in no order. */
    private static boolean isPlainNumber(String password) {
        return distinct(password) < 8 || "01234567890123456789".contains(password.substring(0, 8));
    }

    private static long distinct(String password) {
        return password.chars().distinct().count();
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
