package io.controlcenter.order.calendars;

import java.time.LocalDate;

/** The days on which the provider works: week-ends and holidays do not count (domain b.2, rule 2). */
public interface BusinessCalendar {

    boolean isBusinessDay(LocalDate day);

    /** @param days 0 or more; the day itself is day 0, whether it counts or not */
    LocalDate plusBusinessDays(LocalDate from, int days);

    /** How many business days lie after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    int businessDaysBetween(LocalDate from, LocalDate to);
}
