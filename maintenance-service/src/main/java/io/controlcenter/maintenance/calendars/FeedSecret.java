package io.controlcenter.maintenance.calendars;

import java.security.SecureRandom;
import java.util.Base64;

/** What stands in a feed's address, as long as a key: whoever knows it reads the calendar, so it is kept as a digest only. */
record FeedSecret(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static FeedSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] digest() {
        return CalendarFile.digest(text);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
