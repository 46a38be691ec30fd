package io.controlcenter.identity.signin;

import java.time.Duration;

/** How long to wait, as people say it. */
final class Pauses {

    private static final long LONGEST = 999;

    private Pauses() {}

    static long minutes(Duration pause) {
        return Math.max(1, pause.plusSeconds(59).toMinutes());
    }

    static String text(long minutes) {
        return "Too many attempts. Try again in "
                + (minutes == 1 ? "a minute." : Math.min(minutes, LONGEST) + " minutes.");
    }

    static String text(Duration pause) {
        return text(minutes(pause));
    }
}
