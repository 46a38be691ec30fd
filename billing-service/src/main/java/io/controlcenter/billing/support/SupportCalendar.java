package io.controlcenter.billing.support;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;

/**
 * When somebody answers, in local hours that follow daylight saving. Half-open: at the closing time it is closed.
 *
 * @param hours of the days on which it opens
 */
record SupportCalendar(String segment, ZoneId zone, Map<DayOfWeek, Hours> hours, Set<LocalDate> holidays) {

    record Hours(LocalTime opens, LocalTime closes) {}

    boolean isOpen(Instant at) {
        var local = at.atZone(zone);
        var today = hours.get(local.getDayOfWeek());
        return today != null
                && !holidays.contains(local.toLocalDate())
                && !local.toLocalTime().isBefore(today.opens())
                && local.toLocalTime().isBefore(today.closes());
    }

    /** The next opening after this instant. */
    Instant nextOpening(Instant at) {
        for (var day = at.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            var hoursOfDay = hours.get(day.getDayOfWeek());
            if (hoursOfDay != null && !holidays.contains(day)) {
                var opening = ZonedDateTime.of(day, hoursOfDay.opens(), zone).toInstant();
                if (opening.isAfter(at)) {
                    return opening;
                }
            }
        }
    }

    /** The next closing after this instant: of the hours that run, or of the next ones. */
    Instant nextClosing(Instant at) {
        var day = (isOpen(at) ? at : nextOpening(at)).atZone(zone);
        var hoursOfDay = hours.get(day.getDayOfWeek());
        if (hoursOfDay == null) {
            throw new IllegalStateException("Open on a day without hours: " + day);
        }
        return ZonedDateTime.of(day.toLocalDate(), hoursOfDay.closes(), zone).toInstant();
    }
}
