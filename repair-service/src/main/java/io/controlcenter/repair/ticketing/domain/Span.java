package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.time.Instant;

/** A piece of time, from an instant up to another that is not in it; empty when it ends before it begins. */
public record Span(Instant from, Instant until) {

    Span within(Span other) {
        return new Span(
                from.isBefore(other.from) ? other.from : from, until.isAfter(other.until) ? other.until : until);
    }

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    Duration length() {
        return isEmpty() ? Duration.ZERO : Duration.between(from, until);
    }
}
