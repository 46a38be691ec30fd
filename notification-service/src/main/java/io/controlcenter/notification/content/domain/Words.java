package io.controlcenter.notification.content.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates, times and codes as a reader writes them. */
final class Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a z", Locale.US);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE MMM d, yyyy HH:mm", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.US);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.US);
    private static final Map<String, String> SPECIAL = Map.of(
            "alternateInvoked", "Alternate night",
            "CCD_SET", "Customer commit date set",
            "CCM_ASSIGNED", "Customer care manager assigned",
            "FOC_RECEIVED", "Firm order commitment received",
            "TEST_AND_TURN_UP_PASSED", "Test and turn-up passed");

    private Words() {}

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    static String gmt(Instant at) {
        return DAY_AND_TIME.format(at.atZone(ZoneOffset.UTC)) + " GMT";
    }

    static String gmt(Instant from, Instant to) {
        return range(from, to, ZoneOffset.UTC) + " GMT";
    }

    static String local(Instant from, Instant to, ZoneId zone) {
        return range(from, to, zone) + " " + ZONE.format(from.atZone(zone));
    }

    private static String range(Instant from, Instant to, ZoneId zone) {
        var start = from.atZone(zone);
        var end = to.atZone(zone);
        var sameDay = start.toLocalDate().equals(end.toLocalDate());
        return DAY_AND_TIME.format(start) + " – " + (sameDay ? TIME : DAY_AND_TIME).format(end);
    }

    /** {@code NOT_COMPLETED} and {@code notCompleted} as "Not completed". */
    static String of(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        var words = code.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace('_', ' ')
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
        return SPECIAL.getOrDefault(code, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    static @Nullable String duration(@Nullable Integer minutes) {
        if (minutes == null) {
            return null;
        }
        var hours = minutes / 60;
        var rest = minutes % 60;
        var text = new StringBuilder();
        if (hours > 0) {
            text.append(hours).append(hours == 1 ? " hour" : " hours");
        }
        if (rest > 0) {
            text.append(text.isEmpty() ? "" : " ").append(rest).append(rest == 1 ? " minute" : " minutes");
        }
        return text.isEmpty() ? "None" : text.toString();
    }

    static String hello(@Nullable String name) {
        return name == null || name.isBlank() ? "Hello," : "Hello " + name + ",";
    }
}
