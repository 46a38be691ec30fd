package io.controlcenter.identity.secondfactor;

import java.time.Duration;

/** What came of a code that somebody typed. */
public sealed interface Proof {

    record Accepted() implements Proof {}

    /** Wrong, used before, or too old: not told apart. */
    record Wrong() implements Proof {}

    /** Too many were wrong. */
    record Paused(Duration pause) implements Proof {}

    /** There is nothing to prove: no second factor, or none that is being set up. */
    record NotSetUp() implements Proof {}
}
