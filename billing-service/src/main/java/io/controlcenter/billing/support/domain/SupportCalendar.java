package io.controlcenter.billing.support.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * When somebody answers, in local hours that follow daylight saving. Half-open: at the closing time it is closed. A
 * business day is one on which it opens at all.
 *
 * @param hours of the days on which it opens
 * @param holidays on which it does not, by name
 */
public record SupportCalendar(
        String segment, ZoneId zone, Map<DayOfWeek, Hours> hours, Map<LocalDate, String> holidays) {

    public record Hours(LocalTime opens, LocalTime closes) {}

    /** A stretch of time that counts. */
    private record Window(Instant from, Instant until) {

        Duration length() {
            return Duration.between(from, until);
        }

        Optional<Window> after(Instant start) {
            var later = start.isAfter(from) ? start : from;
            return later.isBefore(until) ? Optional.of(new Window(later, until)) : Optional.empty();
        }
    }

    public boolean isOpen(Instant at) {
        return support(at.atZone(zone).toLocalDate())
                .filter(window -> !at.isBefore(window.from()) && at.isBefore(window.until()))
                .isPresent();
    }

    public boolean isBusinessDay(LocalDate day) {
        return hours.containsKey(day.getDayOfWeek()) && !holidays.containsKey(day);
    }

    /** The name of the holiday that a moment falls on; empty when it falls on none. */
    public Optional<String> holiday(Instant at) {
        return Optional.ofNullable(holidays.get(at.atZone(zone).toLocalDate()));
    }

    /** The next opening after this instant. */
    public Instant nextOpening(Instant at) {
        for (var day = at.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            var opening = support(day).map(Window::from).filter(from -> from.isAfter(at));
            if (opening.isPresent()) {
                return opening.get();
            }
        }
    }

    /** The next closing after this instant: of the hours that run, or of the next ones. */
    public Instant nextClosing(Instant at) {
        var day = (isOpen(at) ? at : nextOpening(at)).atZone(zone).toLocalDate();
        return support(day)
                .map(Window::until)
                .orElseThrow(() -> new IllegalStateException("Open on a day without hours: " + day));
    }

    /** The moment itself while it is open, else the next opening: when work on it can begin. */
    public Instant start(Instant at) {
        return isOpen(at) ? at : nextOpening(at);
    }

    /** When so much time inside the support hours has passed: the literal reading of "business hours". */
    public Instant afterSupportTime(Instant from, Duration time) {
        return after(from, time, false);
    }

    /** When so many clock hours of business days have passed, counted from the first moment that is open. */
    public Instant afterBusinessTime(Instant from, Duration time) {
        return after(start(from), time, true);
    }

    private Instant after(Instant from, Duration time, boolean wholeDays) {
        var left = time;
        for (var day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            var window = window(day, wholeDays).flatMap(whole -> whole.after(from));
            if (window.isPresent() && left.compareTo(window.get().length()) <= 0) {
                return window.get().from().plus(left);
            }
            left = left.minus(window.map(Window::length).orElse(Duration.ZERO));
        }
    }

    /** Time inside the support hours between two moments; zero when the second is not later. */
    public Duration supportTime(Instant from, Instant until) {
        return between(from, until, false);
    }

    /** Clock hours on business days between two moments, counted from the first moment that is open. */
    public Duration businessTime(Instant from, Instant until) {
        return between(start(from), until, true);
    }

    private Duration between(Instant from, Instant until, boolean wholeDays) {
        var sum = Duration.ZERO;
        var last = until.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            var window = window(day, wholeDays).flatMap(whole -> whole.after(from));
            if (window.isPresent() && window.get().from().isBefore(until)) {
                var end = window.get().until().isBefore(until) ? window.get().until() : until;
                sum = sum.plus(Duration.between(window.get().from(), end));
            }
        }
        return sum;
    }

    /** The same local time so many business days later; a moment on another day counts from the next business day. */
    public Instant plusBusinessDays(Instant from, int days) {
        var local = from.atZone(zone);
        var day = local.toLocalDate();
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isBusinessDay(day) ? 1 : 0;
        }
        return ZonedDateTime.of(day, local.toLocalTime(), zone).toInstant();
    }

    private Optional<Window> window(LocalDate day, boolean whole) {
        if (!whole) {
            return support(day);
        }
        return isBusinessDay(day)
                ? Optional.of(new Window(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant()))
                : Optional.empty();
    }

    private Optional<Window> support(LocalDate day) {
        var open = hours.get(day.getDayOfWeek());
        return open == null || holidays.containsKey(day)
                ? Optional.empty()
                : Optional.of(new Window(
                        ZonedDateTime.of(day, open.opens(), zone).toInstant(),
                        ZonedDateTime.of(day, open.closes(), zone).toInstant()));
    }
}
