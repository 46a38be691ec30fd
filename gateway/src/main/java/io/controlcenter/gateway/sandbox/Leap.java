package io.controlcenter.gateway.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * A way forward in time. Years, months and days are those of the calendar in UTC: a month from 31 January leads to the
 * last day of February.
 */
record Leap(Period period, Duration duration) {

    private static final Pattern ISO = Pattern.compile("P(?<date>[^T]*)(?:T(?<time>.+))?");

    /** @throws DateTimeParseException when the text is no ISO 8601 period or duration */
    static Leap parse(String text) {
        var parts = ISO.matcher(text.strip());
        if (!parts.matches()) {
            throw new DateTimeParseException("Not an ISO 8601 duration", text, 0);
        }
        var date = parts.group("date");
        var time = parts.group("time");
        if (date.isEmpty() && time == null) {
            throw new DateTimeParseException("Not an ISO 8601 duration", text, 0);
        }
        return new Leap(
                date.isEmpty() ? Period.ZERO : Period.parse("P" + date),
                time == null ? Duration.ZERO : Duration.parse("PT" + time));
    }

    /** @throws DateTimeException when there is no such time */
    Instant from(Instant now) {
        try {
            return LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                    .plus(period)
                    .plus(duration)
                    .toInstant(ZoneOffset.UTC);
        } catch (ArithmeticException e) {
            throw new DateTimeException("Beyond all time", e);
        }
    }
}
