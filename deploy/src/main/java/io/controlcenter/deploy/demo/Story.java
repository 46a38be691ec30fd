package io.controlcenter.deploy.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells what happens and what it proves; what does not hold ends the demo. */
final class Story {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final PrintStream out;
    private int steps;
    private int proofs;

    Story(PrintStream out) {
        this.out = out;
    }

    /** Something that was claimed and is not so. */
    static final class Disproved extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Disproved(String message) {
            super(message);
        }
    }

    void step(String title) {
        out.printf("%n%d. %s%n", ++steps, title);
    }

    void tell(String line) {
        out.println("     " + line);
    }

    /** @param seen the value that proves it */
    void prove(String claim, boolean holds, Object seen) {
        if (!holds) {
            throw new Disproved(claim + ": " + seen);
        }
        proofs++;
        out.printf("   ✓ %s: %s%n", claim, seen);
    }

    void same(String claim, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            throw new Disproved("%s: expected %s, saw %s".formatted(claim, expected, seen));
        }
        prove(claim, true, seen);
    }

    /** Waits for something that other services have to hear of first. */
    <T> T await(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new Disproved("waited in vain for " + what);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void end() {
        out.printf("%n%d steps, %d proofs, all of them hold.%n", steps, proofs);
    }
}
