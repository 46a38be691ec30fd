package io.controlcenter.platform.web;

import static io.controlcenter.platform.problem.Violation.INVALID_FORMAT;
import static io.controlcenter.platform.problem.Violation.INVALID_VALUE;
import static io.controlcenter.platform.problem.Violation.UNEXPECTED_PROPERTY;

import io.controlcenter.platform.problem.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/**
 * Collects what is wrong with a request body while it is read and reads on, so that the caller learns of everything at
 * once. Jackson alone stops at the first unknown property or unfitting value.
 */
final class BodyFindings extends DeserializationProblemHandler {

    private static final ThreadLocal<@Nullable Map<String, Violation>> CURRENT = new ThreadLocal<>();

    static void begin() {
        CURRENT.set(new LinkedHashMap<>());
    }

    /** What was found since {@link #begin()}; nothing when reading never began. Ends the collecting. */
    static List<Violation> end() {
        var found = CURRENT.get();
        CURRENT.remove();
        return found == null ? new ArrayList<>() : new ArrayList<>(found.values());
    }

    /** False when nobody collects, which is so for everything that is not a request body. */
    static boolean found(DeserializationContext context, String code, String detail) {
        return found(context.getParser().streamReadContext().pathAsPointer().toString(), code, detail);
    }

    private static boolean found(String pointer, String code, String detail) {
        var found = CURRENT.get();
        if (found == null) {
            return false;
        }
        found.putIfAbsent(pointer, new Violation(pointer, code, detail));
        return true;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String name) {
        var place = context.getParser().streamReadContext();
        var pointer = place.pathAsPointer().toString();
        var full = name.equals(place.currentName()) ? pointer : pointer + "/" + name;
        if (!found(full, UNEXPECTED_PROPERTY, "There is no property '" + name + "' here.")) {
            return false;
        }
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String message) {
        var code = target.isEnum() ? INVALID_VALUE : INVALID_FORMAT;
        return found(context, code, expected(target)) ? null : NOT_HANDLED;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String message) {
        return found(context, INVALID_VALUE, expected(target)) ? null : NOT_HANDLED;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message) {
        if (!found(context, INVALID_FORMAT, expected(target.getRawClass()))) {
            return NOT_HANDLED;
        }
        parser.skipChildren();
        return null;
    }

    /** A number or a text where an object is expected. */
    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            @Nullable ValueInstantiator instantiator,
            JsonParser parser,
            String message) {
        return found(context, INVALID_FORMAT, expected(target)) ? null : NOT_HANDLED;
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable problem) {
        var detail = problem instanceof IllegalArgumentException && problem.getMessage() != null
                ? problem.getMessage()
                : expected(type);
        return found(context, INVALID_VALUE, detail) ? null : NOT_HANDLED;
    }

    static String expected(Class<?> target) {
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "Expected one of ", "."));
        }
        return "Expected " + JsonKinds.name(target) + ".";
    }
}
