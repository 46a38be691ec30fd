package io.controlcenter.billing.proration.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;

/**
 * The day of the month on which an account's cycles begin. Every boundary is computed from this anchor, never from the
 * boundary before, so that 31 gives 31 January, 28 February and 31 March (domain d.3, 2).
 */
public record CycleDay(int day) {

    public CycleDay {
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("Not a day of the month: " + day);
        }
    }

    private LocalDate boundary(YearMonth month) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /** Whether a cycle begins on this date. */
    public boolean begins(LocalDate date) {
        return boundary(YearMonth.from(date)).equals(date);
    }

    /** The cycle that a date is in. */
    public Period cycleOf(LocalDate date) {
        var month = YearMonth.from(date);
        var boundary = boundary(month);
        return date.isBefore(boundary)
                ? new Period(boundary(month.minusMonths(1)), boundary)
                : new Period(boundary, boundary(month.plusMonths(1)));
    }

    /** The first boundary after a date. */
    public LocalDate nextAfter(LocalDate date) {
        return cycleOf(date).end();
    }

    /** The cycle that ended on a boundary. */
    public Period cycleBefore(LocalDate boundary) {
        return cycleOf(boundary.minusDays(1));
    }

    /** Every cycle that shares a day with the period, oldest first. */
    public Stream<Period> cyclesOf(Period period) {
        return period.hasNoDay()
                ? Stream.of()
                : Stream.iterate(
                        cycleOf(period.start()),
                        cycle -> cycle.start().isBefore(period.end()),
                        cycle -> cycleOf(cycle.end()));
    }
}
