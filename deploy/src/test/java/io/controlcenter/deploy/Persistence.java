package io.controlcenter.deploy;

import io.controlcenter.deploy.http.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How a good client behaves while parts of the platform are away: the same request again, until it is answered. */
final class Persistence {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Persistence() {}

    /** @param settled statuses that mean that it is done, by this try or by an earlier one whose answer was lost */
    static Answer until(Set<Integer> settled, Supplier<Answer> request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var last = "nothing";
        while (System.nanoTime() < end) {
            try {
                var answer = request.get();
                if (settled.contains(answer.status())) {
                    return answer;
                }
                last = answer.status() + " " + answer.body();
            } catch (UncheckedIOException | IllegalStateException e) {
                last = e.toString();
            }
            pause();
        }
        throw new AssertionError("Never answered as it should; at last: " + last);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
