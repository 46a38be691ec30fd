package io.controlcenter.billing.proration.domain;

import java.time.LocalDate;

/**
 * Days from a first one, up to and without a last one. Half-open, so that periods tile without gap and overlap.
 *
 * @param end the first day that is not in it
 */
public record Period(LocalDate start, LocalDate end) {

    public boolean hasNoDay() {
        return !start.isBefore(end);
    }

    /** The days in both; empty when there are none. */
    public Period intersect(Period other) {
        return new Period(later(start, other.start), earlier(end, other.end));
    }

    public boolean overlaps(Period other) {
        return !intersect(other).hasNoDay();
    }

    public boolean covers(Period other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** The last day in it, for people. */
    public LocalDate lastDay() {
        return end.minusDays(1);
    }

    public static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    public static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
