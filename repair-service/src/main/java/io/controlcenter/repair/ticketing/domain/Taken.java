package io.controlcenter.repair.ticketing.domain;

import java.util.List;

/** What a part of a ticket makes of something: the part as it is then and what happened, or why it stays as it is. */
sealed interface Taken<P> {

    record Made<P>(P part, List<TicketEvent> events) implements Taken<P> {}

    record Refused<P>(Refusal why) implements Taken<P> {}

    static <P> Made<P> made(P part, TicketEvent... events) {
        return new Made<>(part, List.of(events));
    }

    static <P> Taken<P> refused(Refusal why) {
        return new Refused<>(why);
    }
}
