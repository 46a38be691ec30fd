package io.controlcenter.maintenance.changes.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unique number of a maintenance event (handbook S45): nine digits that begin with no zero, never used again.
 *
 * @param digits without the prefix that people like to write
 */
public record GcrNumber(String digits) {

    private static final Pattern WRITTEN = Pattern.compile("(?i)\\s*(?:GCR[\\s#:-]*)?([1-9]\\d{8})\\s*");

    public GcrNumber {
        if (!digits.matches("[1-9]\\d{8}")) {
            throw new IllegalArgumentException("Not nine digits: " + digits);
        }
    }

    /** From what a person wrote, with or without the prefix GCR. */
    public static Optional<GcrNumber> parse(String written) {
        var match = WRITTEN.matcher(written);
        return match.matches() ? Optional.of(new GcrNumber(match.group(1))) : Optional.empty();
    }

    public String windowId(int window) {
        return digits + "-" + window;
    }

    /** The number of the window with this id; 0, which no window has, when the id is none of this GCR. */
    public int windowNumber(String windowId) {
        var prefix = digits + "-";
        var number = windowId.startsWith(prefix) ? windowId.substring(prefix.length()) : "";
        return number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 0;
    }

    @Override
    public String toString() {
        return digits;
    }
}
