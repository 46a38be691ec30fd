package io.controlcenter.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/**
 * Something that a list can be filtered by, and perhaps sorted.
 *
 * @param column the SQL expression behind it
 * @param sqlType the PostgreSQL type that a parameter is cast to
 * @param parse from the query string; throws {@link IllegalArgumentException} with what would be right
 * @param ranges whether {@code .gt .gte .lt .lte} make sense, and sorting with them
 */
record Attribute(String column, String sqlType, Function<String, Object> parse, boolean ranges) {

    private static final int MOST_DIGITS = 60;

    static Attribute text(String column) {
        return new Attribute(column, "text", value -> value, false);
    }

    /** @param values all that the column can hold */
    static Attribute choice(String column, Collection<String> values) {
        return new Attribute(column, "text", value -> oneOf(values, value), false);
    }

    static Attribute instant(String column) {
        return new Attribute(
                column,
                "timestamptz",
                parsing(
                        value -> OffsetDateTime.ofInstant(writable(Instant.parse(value)), ZoneOffset.UTC),
                        "an instant such as 2026-03-19T18:30:00Z"),
                true);
    }

    static Attribute date(String column) {
        return new Attribute(
                column, "date", parsing(value -> writable(LocalDate.parse(value)), "a date such as 2026-03-19"), true);
    }

    static Attribute number(String column) {
        return new Attribute(column, "numeric", parsing(Attribute::ordinary, "a number"), true);
    }

    static Attribute uuid(String column) {
        return new Attribute(column, "uuid", parsing(UUID::fromString, "a UUID"), false);
    }

    static Attribute bool(String column) {
        return new Attribute(column, "boolean", Attribute::bool01, false);
    }

    private static Instant writable(Instant instant) {
        if (!UnfitValues.isWritable(instant)) {
            throw new IllegalArgumentException();
        }
        return instant;
    }

    private static LocalDate writable(LocalDate day) {
        if (!UnfitValues.isWritable(day)) {
            throw new IllegalArgumentException();
        }
        return day;
    }

    /** Few signs can name a number of a billion digits, which somebody would have to write out. */
    private static BigDecimal ordinary(String value) {
        var number = new BigDecimal(value);
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static Object bool01(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false.");
        };
    }

    private static Object oneOf(Collection<String> values, String value) {
        if (values.contains(value)) {
            return value;
        }
        throw new IllegalArgumentException("must be one of " + String.join(", ", values) + ".");
    }

    private static Function<String, Object> parsing(Function<String, Object> parser, String expected) {
        return value -> {
            try {
                return parser.apply(value);
            } catch (DateTimeParseException | IllegalArgumentException _) {
                throw new IllegalArgumentException("must be " + expected + ".");
            }
        };
    }
}
