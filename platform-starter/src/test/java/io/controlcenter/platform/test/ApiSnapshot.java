package io.controlcenter.platform.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A committed document beside the one that the application answers. {@code -Dcontracts.update=true} writes it anew, and
 * the change is then reviewed like any other.
 */
public record ApiSnapshot(Path file) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Where every module keeps it. */
    public static ApiSnapshot http() {
        return new ApiSnapshot(Path.of("contracts", "http", "openapi.json"));
    }

    /** The committed text, after it was written anew where that was asked for. */
    public String committed(String actual) throws IOException {
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, normal(actual));
        }
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** With the keys of all objects in order, so that only meaning makes a difference. */
    public static String normal(String json) {
        return JSON.writeValueAsString(sorted(JSON.readTree(json))) + "\n";
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var keys = new TreeMap<String, JsonNode>();
            object.properties().forEach(entry -> keys.put(entry.getKey(), sorted(entry.getValue())));
            var result = JsonNodeFactory.instance.objectNode();
            keys.forEach(result::set);
            return result;
        }
        if (node instanceof ArrayNode array) {
            var result = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> result.add(sorted(item)));
            return result;
        }
        return node;
    }
}
