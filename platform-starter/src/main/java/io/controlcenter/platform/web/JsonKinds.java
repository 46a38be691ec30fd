package io.controlcenter.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What a value of a Java type looks like in JSON, in the words of an API's reader. */
final class JsonKinds {

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    private JsonKinds() {}

    static String name(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == BigDecimal.class) {
            return "a decimal in a string such as \"100.00\"";
        }
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-03-19";
        }
        if (type == LocalTime.class) {
            return "a time such as 18:30";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "an instant such as 2026-03-19T18:30:00Z";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "an IANA time zone such as America/Chicago";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "an array" : "an object";
    }
}
