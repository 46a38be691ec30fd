package io.controlcenter.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event contracts of all modules, read from their folders. */
final class Contracts {

    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example.json";
    private final List<Path> modules;

    Contracts(Path project) {
        try (var folders = Files.list(project)) {
            modules = folders.filter(folder -> Files.isDirectory(folder.resolve("contracts/events")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A consumer's reading of an event: only the fields that it needs. */
    record Consumed(String consumer, String type, JsonNode example) {

        @Override
        public String toString() {
            return consumer + " reads " + type;
        }
    }

    /** @param producer the module that publishes it */
    record Published(String producer, String type, JsonNode schema, JsonNode example) {}

    Map<String, Published> published() {
        var all = new TreeMap<String, Published>();
        for (var module : modules) {
            for (var file : files(module.resolve("contracts/events/published"), SCHEMA)) {
                var type = type(file, SCHEMA);
                var example = file.resolveSibling(type + EXAMPLE);
                all.put(type, new Published(module.getFileName().toString(), type, read(file), read(example)));
            }
        }
        return all;
    }

    List<Consumed> consumed() {
        return modules.stream()
                .flatMap(module -> files(module.resolve("contracts/events/consumed"), EXAMPLE).stream()
                        .map(file -> new Consumed(module.getFileName().toString(), type(file, EXAMPLE), read(file))))
                .toList();
    }

    private static String type(Path file, String ending) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
