package io.controlcenter.maintenance.changes.domain;

/** Which of the enterprises that a GCR hits are told of something. */
public sealed interface Whom {

    record Everybody() implements Whom {}

    /** Those with a service in this window. */
    record OfWindow(int number) implements Whom {}

    /** Those with a service that joined the GCR, left it or feels more of it than was announced. */
    record Changed() implements Whom {}
}
