package io.controlcenter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.controlcenter.platform.test.ApiSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a consumer reads is what its producer sends. No service's own build looks at a sibling; this one does. */
class ContractsFitTest {

    private static final Path PROJECT = Path.of("..");
    private static final Contracts CONTRACTS = new Contracts(PROJECT);

    static Stream<Contracts.Consumed> consumed() {
        return CONTRACTS.consumed().stream();
    }

    static Stream<Contracts.Published> published() {
        return CONTRACTS.published().values().stream();
    }

    @ParameterizedTest
    @MethodSource("consumed")
    void what_is_read_is_published_in_that_shape(Contracts.Consumed reading) {
        var published = CONTRACTS.published().get(reading.type());
        assertThat(published).as("somebody publishes %s", reading.type()).isNotNull();
        assertThat(misread(reading.example(), published.schema(), ""))
                .as(reading.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("published")
    void an_example_fits_its_schema(Contracts.Published event) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertThat(registry.getSchema(event.schema().toString()).validate(event.example()))
                .as(event.type())
                .isEmpty();
    }

    /** Every field that the consumer reads is one that the producer always sends, with a type that fits. */
    private static List<String> misread(JsonNode read, JsonNode schema, String at) {
        var wrong = new ArrayList<String>();
        if (read.isArray()) {
            read.forEach(item -> wrong.addAll(misread(item, schema.path("items"), at + "/*")));
        } else if (read.isObject() && schema.has("properties")) {
            read.properties().forEach(field -> {
                var pointer = at + "/" + field.getKey();
                var property = schema.path("properties").path(field.getKey());
                if (property.isMissingNode()) {
                    wrong.add(pointer + " is not sent");
                } else if (!allows(property, field.getValue())) {
                    wrong.add(pointer + " is sent as " + property.path("type"));
                } else {
                    wrong.addAll(misread(field.getValue(), property, pointer));
                }
            });
        }
        return wrong;
    }

    private static boolean allows(JsonNode schema, JsonNode value) {
        var types = schema.path("type");
        if (types.isMissingNode()) {
            return true;
        }
        var kind = kind(value);
        if (types.isArray()) {
            return types.valueStream().anyMatch(type -> fits(type.asString(), kind));
        }
        return fits(types.asString(), kind);
    }

    private static boolean fits(String declared, String kind) {
        return declared.equals(kind) || (declared.equals("number") && kind.equals("integer"));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> value.isIntegralNumber() ? "integer" : "number";
        };
    }

    @Test
    void the_async_api_document_is_the_committed_one() throws IOException {
        var document = AsyncApi.of(CONTRACTS.published().values());
        var snapshot = new ApiSnapshot(PROJECT.resolve("docs/asyncapi.json"));
        var committed = snapshot.committed(document.toString());
        assertThat(ApiSnapshot.normal(document.toString()))
                .as("docs/asyncapi.json; -Dcontracts.update=true writes it anew")
                .isEqualTo(committed);
    }

    @Test
    void every_published_type_stands_on_the_map() throws IOException {
        var map = java.nio.file.Files.readString(PROJECT.resolve("docs/events.md"));
        assertThat(CONTRACTS.published().keySet())
                .allSatisfy(
                        type -> assertThat(AsyncApi.topicOf(type, map)).as(type).isNotEmpty());
    }
}
