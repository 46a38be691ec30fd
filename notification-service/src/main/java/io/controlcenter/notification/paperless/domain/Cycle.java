package io.controlcenter.notification.paperless.domain;

import java.time.LocalDate;

/** The bill cycle of an account. */
public record Cycle(int day) {

    /** The next bill date after a day; the last day of a month that is too short. */
    public LocalDate next(LocalDate after) {
        var thisMonth = in(after);
        return thisMonth.isAfter(after) ? thisMonth : in(after.withDayOfMonth(1).plusMonths(1));
    }

    private LocalDate in(LocalDate month) {
        return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }
}
