package io.controlcenter.billing.proration.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An account's cycles along time. When its cycle day changes, days that were billed stay in the cycles that they were
 * billed in, so that what is told of them later is charged and given back by the same arithmetic.
 *
 * @param former oldest first
 */
public record CycleDays(CycleDay now, List<Former> former) {

    /** @param until the first day that is not in a cycle of this day any more */
    public record Former(LocalDate until, CycleDay day) {}

    /** @param days those of the whole cycle that are in it: all, unless the cycle day changed in its midst */
    public record Cycle(Period whole, Period days) {}

    /** The cycle that a date is in. */
    public Cycle cycleOf(LocalDate date) {
        var since = LocalDate.MIN;
        for (var one : former) {
            if (date.isBefore(one.until())) {
                return cycle(one.day().cycleOf(date), new Period(since, one.until()));
            }
            since = one.until();
        }
        return cycle(now.cycleOf(date), new Period(since, LocalDate.MAX));
    }

    private static Cycle cycle(Period whole, Period validity) {
        return new Cycle(whole, whole.intersect(validity));
    }

    /** Every cycle that shares a day with the period, oldest first. */
    public Stream<Cycle> cyclesOf(Period period) {
        return period.hasNoDay()
                ? Stream.of()
                : Stream.iterate(
                        cycleOf(period.start()),
                        cycle -> cycle.days().start().isBefore(period.end()),
                        cycle -> cycleOf(cycle.days().end()));
    }
}
