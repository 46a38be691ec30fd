package io.controlcenter.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.List;

/**
 * Where the rows of a page stand in the order of their list. A cursor names a place in that order and not a row, so one
 * enterprise's cursor is good for the same list of another one: whoever merges pages of several compares the rows by
 * their cursors and goes on, everywhere, after the last one it has shown.
 *
 * @param type the PostgreSQL type that the list is sorted by
 * @param cursors of each row, in order
 */
public record Positions(String type, List<String> cursors) {

    /** A request that carries this header, which no caller can send, is answered with positions. */
    public static final String HEADER = "X-Internal-Positions";

    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .parseLenient()
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter();

    public Positions {
        cursors = List.copyOf(cursors);
    }

    /** Puts cursors of a list that is sorted by this type in the order of the list. */
    public static Comparator<String> order(String type) {
        return (one, other) -> compare(type, Cursor.read(one), Cursor.read(other));
    }

    private static int compare(String type, Cursor one, Cursor other) {
        int values =
                switch (type) {
                    case "timestamptz" -> instant(one).compareTo(instant(other));
                    case "date" -> LocalDate.parse(one.value()).compareTo(LocalDate.parse(other.value()));
                    case "numeric" -> new BigDecimal(one.value()).compareTo(new BigDecimal(other.value()));
                    default -> one.value().compareTo(other.value());
                };
        int ascending = values != 0 ? values : Long.compare(Long.parseLong(one.id()), Long.parseLong(other.id()));
        return one.order().startsWith("-") ? -ascending : ascending;
    }

    private static Instant instant(Cursor cursor) {
        return INSTANT.parse(cursor.value(), Instant::from);
    }
}
