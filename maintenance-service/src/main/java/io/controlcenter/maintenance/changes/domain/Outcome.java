package io.controlcenter.maintenance.changes.domain;

import java.util.List;

/** What came of asking a GCR to do something: either it happened, or it did not and nothing changed. */
public sealed interface Outcome {

    record Done(List<GcrEvent> events) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}

    static Outcome done(GcrEvent... events) {
        return new Done(List.of(events));
    }

    static Outcome refused(Refusal why) {
        return new Refused(why);
    }
}
