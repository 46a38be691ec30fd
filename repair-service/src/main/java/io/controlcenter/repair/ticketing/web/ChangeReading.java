package io.controlcenter.repair.ticketing.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads a {@link Change}, telling an explicit null from a property that is not there. */
@Component
class ChangeReading extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ChangeReading() {
        super("changes");
        addDeserializer(Change.class, new Reader(null));
    }

    @SuppressWarnings("rawtypes") // what a Change is of is only known per property
    private static final class Reader extends ValueDeserializer<Change> {

        private final @Nullable JavaType of;

        Reader(@Nullable JavaType of) {
            this.of = of;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(context.getContextualType().containedType(0));
        }

        @Override
        public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
            return new Change<>(context.readValue(parser, of));
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return new Change<>(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
