package io.controlcenter.maintenance.changes.domain;

/** What happened to a GCR. */
public sealed interface GcrEvent {

    record Planned() implements GcrEvent {}

    record Replanned() implements GcrEvent {}

    /** Other services are hit. */
    record Reselected() implements GcrEvent {}

    /** The services of a window have this outcome from now on, where they had this other one. */
    record OutcomeSet(int window, ServiceOutcome from, ServiceOutcome to) implements GcrEvent {}

    /** A window came into play with the services of the GCR. */
    record WindowOpened(int window) implements GcrEvent {}

    /** A window came into play with those services of another one that were left for it. */
    record WindowRelieved(int window, int by) implements GcrEvent {}

    /** Customers are told; the text goes to the log. */
    record Noticed(NoticeKind kind, String text, Whom whom) implements GcrEvent {}

    /** Customers are reminded of a window. */
    record ReminderDue(int window) implements GcrEvent {}

    /** A word to customers that changes nothing. */
    record UpdateAdded(String text) implements GcrEvent {}
}
