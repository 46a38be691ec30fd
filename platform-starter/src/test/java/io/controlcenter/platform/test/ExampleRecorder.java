package io.controlcenter.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what tests really sent and got, to write the API examples that are missing: under
 * {@code -Dcontracts.update=true}, when the test process ends. An example that is there stays; whoever wants another one
 * deletes or edits the file.
 */
final class ExampleRecorder implements ClientHttpRequestInterceptor {

    static final boolean ON = Boolean.getBoolean("contracts.update");
    private static final Path EXAMPLES = Path.of("src", "main", "resources", "openapi", "examples");
    private static final List<Exchange> SEEN = new CopyOnWriteArrayList<>();

    private record Exchange(String method, String path, String request, String response) {}

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var response = execution.execute(request, body);
        var type = response.getHeaders().getContentType();
        if (response.getStatusCode().is2xxSuccessful()
                && type != null
                && type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            var answer = response.getBody().readAllBytes();
            SEEN.add(new Exchange(request.getMethod().name(), request.getURI().getPath(), text(body), text(answer)));
            return new ReadAlready(response, answer);
        }
        return response;
    }

    /** The tests' own names give way to those of the demo data. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("ENT-\\d+-[A-Z]", "A-1000001")
                .replaceAll("\\bENT-\\d+", "ENT-100001")
                .replaceAll("Test (user|partner)-of-[A-Za-z0-9-]+", "Ada Buyer")
                .replaceAll("Test staff-[A-Z_-]+", "Carla Care")
                .replaceAll("(user|partner)-of-[A-Za-z0-9-]+|staff-[A-Z_-]+", "7c9e6679-7425-40de-944b-e07fc1f90ae7");
    }

    /** @param document the OpenAPI document that names the operations */
    static void writeMissingAtTheEnd(String document) {
        if (ON) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> write(JsonMapper.shared().readTree(document))));
        }
    }

    private static void write(JsonNode document) {
        document.path("paths").properties().forEach(path -> {
            var pattern = path.getKey().replaceAll("\\{[^}]+}", "[^/]+");
            path.getValue()
                    .properties()
                    .forEach(operation -> SEEN.stream()
                            .filter(seen ->
                                    seen.method().equals(operation.getKey().toUpperCase(Locale.ROOT)))
                            .filter(seen -> seen.path().matches(pattern))
                            .reduce((_, last) -> last)
                            .ifPresent(seen -> write(
                                    operation.getValue().path("operationId").asString(), seen)));
        });
    }

    private static void write(String operationId, Exchange seen) {
        write(operationId + ".response.json", seen.response());
        if (seen.request().length() > 2) {
            write(operationId + ".request.json", seen.request());
        }
    }

    private static void write(String name, String content) {
        var file = EXAMPLES.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(EXAMPLES);
                var tree = JsonMapper.shared().readTree(content);
                Files.writeString(file, tree.toPrettyString() + "\n", StandardCharsets.UTF_8);
            }
        } catch (JacksonException _) {
            // not JSON after all
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
