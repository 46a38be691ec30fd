package io.controlcenter.repair.ticketing.domain;

import java.util.List;

/** What came of asking a ticket to do something: either it happened, or it did not and nothing changed. */
public sealed interface Outcome {

    record Done(List<TicketEvent> events) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}

    static Outcome done(TicketEvent... events) {
        return new Done(List.of(events));
    }

    static Outcome refused(Refusal why) {
        return new Refused(why);
    }
}
