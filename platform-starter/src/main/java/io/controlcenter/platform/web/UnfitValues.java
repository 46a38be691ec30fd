package io.controlcenter.platform.web;

import io.controlcenter.platform.problem.Violation;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has the right type and yet cannot be kept: nothing where something has to be, a hole in a list, a day that
 * RFC 3339 cannot write, text that no database takes unchanged.
 */
final class UnfitValues {

    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final List<Violation> found = new ArrayList<>();

    private UnfitValues() {}

    static List<Violation> in(Object body) {
        var values = new UnfitValues();
        values.look(body, "");
        return values.found;
    }

    private void look(@Nullable Object value, String pointer) {
        switch (value) {
            case String text
            when !isText(text) ->
                found.add(new Violation(pointer, Violation.INVALID_FORMAT, "This holds a NUL or half a character."));
            case LocalDate day when !isWritable(day) -> found.add(outside(pointer));
            case Instant instant when !isWritable(instant) -> found.add(outside(pointer));
            case Collection<?> many -> lookAtEach(many, pointer);
            case Map<?, ?> entries -> entries.forEach((name, each) -> look(each, pointer + "/" + name));
            case Record parts -> {
                for (var part : parts.getClass().getRecordComponents()) {
                    lookAt(part, read(part, parts), pointer + "/" + part.getName());
                }
            }
            case null, default -> {}
        }
    }

    /** Bean validation does not see a constraint inside of a qualified name, as in {@code Memo.@NotNull Colour}. */
    private void lookAt(RecordComponent part, @Nullable Object value, String pointer) {
        if (value == null && part.getAnnotatedType().isAnnotationPresent(NotNull.class)) {
            found.add(Violation.missing(pointer, "This must not be null."));
        }
        look(value, pointer);
    }

    private void lookAtEach(Collection<?> many, String pointer) {
        int index = 0;
        for (var each : many) {
            var at = pointer + "/" + index++;
            if (each == null) {
                found.add(Violation.missing(at, "A list has no empty places."));
            } else {
                look(each, at);
            }
        }
    }

    private static Violation outside(String pointer) {
        return Violation.invalid(pointer, "This is not between the years 1 and 9999.");
    }

    /** A component of a record, by its name. */
    static @Nullable Object read(Record parts, String name) {
        return Arrays.stream(parts.getClass().getRecordComponents())
                .filter(part -> part.getName().equals(name))
                .map(part -> Optional.ofNullable(read(part, parts)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name + " in " + parts.getClass()))
                .orElse(null);
    }

    private static @Nullable Object read(RecordComponent part, Record parts) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this comes back from a database as it went in. */
    static boolean isText(String text) {
        return text.codePoints().noneMatch(sign -> sign == 0 || (sign >= 0xD800 && sign <= 0xDFFF));
    }

    static boolean isWritable(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }

    static boolean isWritable(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(END);
    }
}
