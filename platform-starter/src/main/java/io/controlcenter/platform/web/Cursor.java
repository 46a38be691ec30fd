package io.controlcenter.platform.web;

import io.controlcenter.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page begins: after the row with this sort value and this id, under this order. Travels as base64url of the
 * three joined by a control character that none of them can hold.
 */
record Cursor(String order, String value, String id) {

    static final Violation UNKNOWN =
            Violation.ofQuery("cursor", "is not one that this list, in this order, has answered.");

    private static final char SEPARATOR = '\u001f';

    String encode() {
        var text = order + SEPARATOR + value + SEPARATOR + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** None when it is not one of a list in this order. */
    static Optional<Cursor> decode(String text, String order) {
        try {
            return Optional.of(read(text)).filter(cursor -> cursor.order().equals(order));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when it is none */
    static Cursor read(String text) {
        var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                .split(Pattern.quote(String.valueOf(SEPARATOR)), -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a cursor: " + text);
        }
        return new Cursor(parts[0], parts[1], parts[2]);
    }
}
