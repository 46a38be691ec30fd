package io.controlcenter.platform.web;

import io.controlcenter.platform.problem.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * The part of {@link BodyFindings} that Jackson offers no hook for: a number where a string belongs, or a quoted number,
 * is refused by an exception, which would end the reading. Here it is noted, and reading goes on.
 */
final class ScalarFindings extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    static JacksonModule module() {
        return new SimpleModule("scalar-findings").setDeserializerModifier(new ScalarFindings());
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
        var type = description.getBeanClass();
        var scalar = type == String.class || type == Boolean.class || Number.class.isAssignableFrom(type);
        return scalar ? new Noting(deserializer, type) : deserializer;
    }

    private static final class Noting extends DelegatingDeserializer {

        private final Class<?> type;

        Noting(ValueDeserializer<?> reader, Class<?> type) {
            super(reader);
            this.type = type;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new Noting(reader, type);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return super.deserialize(parser, context);
            } catch (DatabindException e) {
                if (!BodyFindings.found(context, Violation.INVALID_FORMAT, BodyFindings.expected(type))) {
                    throw e;
                }
                parser.skipChildren();
                return null;
            }
        }
    }
}
