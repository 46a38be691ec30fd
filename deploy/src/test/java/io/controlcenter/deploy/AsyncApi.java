package io.controlcenter.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3.0 document of everything that the platform publishes, from the contract files and the map of topics. */
final class AsyncApi {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AsyncApi() {}

    static ObjectNode of(Collection<Contracts.Published> events) {
        var map = read(Path.of("..", "docs", "events.md"));
        var channels = NODES.objectNode();
        var operations = NODES.objectNode();
        var messages = NODES.objectNode();
        for (var event : events) {
            var topic = topicOf(event.type(), map);
            var channel = channels.withObject("/" + topic);
            channel.put("address", topic);
            channel.withObject("/messages").set(event.type(), reference("#/components/messages/" + event.type()));
            messages.set(event.type(), message(event));
            operations.set("send-" + event.type(), operation(topic, event.type()));
        }
        var document = NODES.objectNode();
        document.put("asyncapi", "3.0.0");
        document.set(
                "info", NODES.objectNode().put("title", "Control Center events").put("version", "1"));
        document.put("defaultContentType", "application/json");
        document.set("channels", channels);
        document.set("operations", operations);
        document.set("components", NODES.objectNode().set("messages", messages));
        return document;
    }

    private static ObjectNode message(Contracts.Published event) {
        var message = NODES.objectNode();
        message.put("name", event.type());
        message.put("summary", "Published by " + event.producer());
        message.set("bindings", NODES.objectNode().set("kafka", key()));
        message.set("payload", event.schema());
        message.set("examples", NODES.arrayNode().add(NODES.objectNode().set("payload", event.example())));
        return message;
    }

    private static ObjectNode key() {
        var text = NODES.objectNode().put("type", "string").put("description", "The aggregate's id");
        return NODES.objectNode().set("key", text);
    }

    private static ObjectNode operation(String topic, String type) {
        var operation = NODES.objectNode();
        operation.put("action", "send");
        operation.set("channel", reference("#/channels/" + topic));
        operation.set("messages", NODES.arrayNode().add(reference("#/channels/" + topic + "/messages/" + type)));
        return operation;
    }

    private static ObjectNode reference(String to) {
        return NODES.objectNode().put("$ref", to);
    }

    /**
     * The topic under which the map (docs/events.md) lists a type, written whole or shortened to what follows the
     * aggregate's name; empty when it does not.
     */
    static String topicOf(String type, String map) {
        var topic = "";
        for (var line : map.lines().filter(line -> line.startsWith("|")).toList()) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            if (cells.size() > 2 && cells.get(1).startsWith("`")) {
                topic = cells.get(1).substring(1, cells.get(1).indexOf('`', 1));
            }
            if (cells.size() > 2 && names(cells.get(2), type)) {
                return topic;
            }
        }
        return "";
    }

    private static boolean names(String cell, String type) {
        var whole = Arrays.stream(cell.split("[`, ]+")).toList();
        if (whole.contains(type)) {
            return true;
        }
        var first =
                whole.stream().filter(word -> word.matches("[a-z].*\\.v\\d+")).findFirst();
        return first.isPresent()
                && whole.stream().filter(word -> word.startsWith(".")).anyMatch(word -> ends(type, word, first.get()));
    }

    /** {@code .updated.v1} beside {@code identity.user.invited.v1} stands for {@code identity.user.updated.v1}. */
    private static boolean ends(String type, String ending, String beside) {
        var stem = beside.substring(0, beside.lastIndexOf('.', beside.length() - 4));
        return type.equals(stem + ending);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
