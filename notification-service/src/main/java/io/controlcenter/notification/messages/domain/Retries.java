package io.controlcenter.notification.messages.domain;

import java.time.Duration;

/**
 * When a message is tried again: doubling pauses, the last one repeated.
 *
 * @param most refusals of the server after which it is given up
 */
public record Retries(Duration first, Duration longest, int most) {

    /** @param attempt how many were made, from 1 */
    Duration pauseAfter(int attempt) {
        var doublings = Math.min(Math.max(attempt - 1, 0), 20);
        var pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
