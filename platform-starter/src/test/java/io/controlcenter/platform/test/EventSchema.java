package io.controlcenter.platform.test;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (2020-12) of an event's data, from the record that is sent: every field is required, and may be null
 * exactly where the record says {@code @Nullable}.
 */
final class EventSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EventSchema() {}

    static ObjectNode of(String type, Class<?> data) {
        var schema = object(data);
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type);
        return schema;
    }

    private static ObjectNode object(Class<?> type) {
        var properties = NODES.objectNode();
        var required = NODES.arrayNode();
        for (var component : type.getRecordComponents()) {
            properties.set(component.getName(), value(component.getAnnotatedType()));
            required.add(component.getName());
        }
        var schema = NODES.objectNode();
        schema.put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        return schema;
    }

    private static ObjectNode value(AnnotatedType annotated) {
        var schema = plain(annotated);
        if (annotated.isAnnotationPresent(Nullable.class)) {
            schema.set(
                    "type",
                    NODES.arrayNode().add(schema.path("type").asString()).add("null"));
            if (schema.get("enum") != null) {
                ((tools.jackson.databind.node.ArrayNode) schema.get("enum")).addNull();
            }
        }
        return schema;
    }

    private static ObjectNode plain(AnnotatedType annotated) {
        var type = raw(annotated.getType());
        if (Collection.class.isAssignableFrom(type)) {
            var item = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
            var schema = NODES.objectNode().put("type", "array");
            schema.set("items", value(item));
            return schema;
        }
        return type.isRecord() ? object(type) : scalar(type);
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static ObjectNode scalar(Class<?> type) {
        var schema = NODES.objectNode();
        if (type.isEnum()) {
            var values = schema.put("type", "string").putArray("enum");
            Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(values::add);
            return schema;
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type == BigDecimal.class) {
            return schema.put("type", "string").put("pattern", "^-?\\d+(\\.\\d+)?$");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return schema.put("type", "integer");
        }
        schema.put("type", "string");
        if (type == Instant.class) {
            schema.put("format", "date-time");
        } else if (type == LocalDate.class) {
            schema.put("format", "date");
        } else if (type == UUID.class) {
            schema.put("format", "uuid");
        }
        return schema;
    }
}
