package io.controlcenter.billing.invoicing.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** When an invoice is to be paid: on a day on which banks are open (domain b.5, rule 8). */
public final class DueDates {

    private final Set<LocalDate> holidays;

    public DueDates(Set<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
    }

    public LocalDate of(LocalDate billDate, int termsDays) {
        var due = billDate.plusDays(termsDays);
        while (isClosed(due)) {
            due = due.plusDays(1);
        }
        return due;
    }

    private boolean isClosed(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(day);
    }
}
