package io.controlcenter.order.calendars.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * On which days the provider works, and in which zone those days begin and end. Every interval and window of an order
 * that counts in business days counts by one of these (domain b.2, rule 2): the day itself is day 0.
 *
 * @param calendarId such as {@code US}
 * @param zone IANA zone in which a day begins
 * @param weekend the days of the week on which nobody works; never all seven
 * @param holidays other days on which nobody works, with their names
 */
public record BusinessCalendar(
        String calendarId, String name, ZoneId zone, Set<DayOfWeek> weekend, Map<LocalDate, String> holidays) {

    public BusinessCalendar {
        if (weekend.containsAll(EnumSet.allOf(DayOfWeek.class))) {
            throw new IllegalArgumentException("A calendar without a business day has no end");
        }
        weekend = Set.copyOf(weekend);
        holidays = Map.copyOf(holidays);
    }

    public boolean isBusinessDay(LocalDate date) {
        return !weekend.contains(date.getDayOfWeek()) && !holidays.containsKey(date);
    }

    /** The date at an instant, in the calendar's zone. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** This date if it is a business day, else the next one that is. */
    public LocalDate sameOrNext(LocalDate date) {
        return isBusinessDay(date) ? date : plusBusinessDays(date, 1);
    }

    /** The n-th business day after a date, which itself is day 0; n = 0 is the date itself. */
    public LocalDate plusBusinessDays(LocalDate date, int days) {
        return step(date, days, 1);
    }

    /** The n-th business day before a date; n = 0 is the date itself. */
    public LocalDate minusBusinessDays(LocalDate date, int days) {
        return step(date, days, -1);
    }

    private LocalDate step(LocalDate from, int days, int direction) {
        if (days < 0) {
            throw new IllegalArgumentException("A number of days is not negative: " + days);
        }
        var date = from;
        for (int left = days; left > 0; ) {
            date = date.plusDays(direction);
            if (isBusinessDay(date)) {
                left--;
            }
        }
        return date;
    }

    /** How many business days lie after the first date, up to and including the second; negative when it is earlier. */
    public int businessDaysBetween(LocalDate after, LocalDate upTo) {
        if (upTo.isBefore(after)) {
            return -businessDaysBetween(upTo, after);
        }
        return (int) after.plusDays(1)
                .datesUntil(upTo.plusDays(1))
                .filter(this::isBusinessDay)
                .count();
    }

    /** The instant at which the n-th business day after the date of an instant is over: what an answer is due by. */
    public Instant endOfBusinessDay(Instant from, int days) {
        return plusBusinessDays(dateOf(from), days)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }
}
