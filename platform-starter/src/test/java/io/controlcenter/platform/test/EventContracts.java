package io.controlcenter.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.controlcenter.platform.inbox.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event contracts of a module, which are files. A producer's schema is generated from the record that it sends and
 * compared with the committed one; {@code -Dcontracts.update=true} writes it anew.
 */
public final class EventContracts {

    private static final Path PUBLISHED = Path.of("contracts", "events", "published");
    private static final Path CONSUMED = Path.of("contracts", "events", "consumed");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventContracts() {}

    /**
     * The committed schema of a published type is that of its record, and the committed example fits it.
     *
     * @param data the record that is sent as the event's data
     */
    public static void assertPublished(String type, Class<?> data) {
        try {
            var schema = ApiSnapshot.normal(EventSchema.of(type, data).toString());
            var snapshot = new ApiSnapshot(PUBLISHED.resolve(type + ".schema.json"));
            assertThat(snapshot.committed(schema))
                    .as("%s; -Dcontracts.update=true writes it anew", snapshot.file())
                    .isEqualTo(schema);
            assertFits(type, JsonMapper.shared().readTree(Files.readString(PUBLISHED.resolve(type + ".example.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was sent, or an example, fits the committed schema. */
    public static void assertFits(String type, JsonNode data) {
        assertThat(violations(type, data)).as("%s against its schema", type).isEmpty();
    }

    /** Empty when the data fits, or when this module publishes no such type. */
    static List<String> violations(String type, JsonNode data) {
        var file = PUBLISHED.resolve(type + ".schema.json");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return SCHEMAS.getSchema(Files.readString(file)).validate(data).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The consumer's own reading of the example that it committed: only the fields it needs. */
    public static <T> T consumed(String type, Class<T> reading) {
        try {
            return new EventJson().read(Files.readString(CONSUMED.resolve(type + ".example.json")), reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
