package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a ticket follows: its start, its end, and what came of it. */
public record Link(Type type, String id, Instant since) {

    public enum Type {
        /** A GCR of maintenance. */
        MAINTENANCE,
        /** A known incident of the provider. */
        INCIDENT
    }

    public boolean isTo(Type otherType, String otherId) {
        return type == otherType && id.equals(otherId);
    }

    /** What follows something already goes on as it does. */
    Taken<List<Link>> addedTo(List<Link> links) {
        return links.stream().anyMatch(link -> link.isTo(type, id))
                ? Taken.made(links)
                : Taken.made(Stream.concat(links.stream(), Stream.of(this)).toList(), new TicketEvent.Linked(this));
    }
}
