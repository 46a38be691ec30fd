package io.controlcenter.identity.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium with one page, led by the keyboard over its own protocol: nothing to install but the browser, and
 * nothing between it and the test.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger nextId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

    private Chromium(Process process, Path profile, String address) throws IOException, InterruptedException {
        this.process = process;
        this.profile = profile;
        var http = HttpClient.newHttpClient();
        var listed = http.send(
                HttpRequest.newBuilder(URI.create("http://" + address + "/json/list"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var page = JsonMapper.shared().readTree(listed.body()).path(0);
        this.socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(page.path("webSocketDebuggerUrl").asString()), new Answers())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Collects the parts of a message, and hands it to whoever asked. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                var message = JsonMapper.shared().readTree(parts.toString());
                parts.setLength(0);
                var asked = answers.remove(message.path("id").asInt(-1));
                if (asked != null) {
                    asked.complete(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    /** Where it is installed, if it is. */
    static Optional<Path> installed() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path executable) {
        try {
            var profile = Files.createTempDirectory("chromium-of-a-test");
            var process = new ProcessBuilder(
                            executable.toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Chromium(process, profile, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(Process process) throws IOException {
        var errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (var line = errors.readLine(); line != null; line = errors.readLine()) {
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.startVirtualThread(() -> errors.lines().forEach(_ -> {}));
                return listening.group(1);
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    JsonNode send(String method, Map<String, ?> parameters) {
        int id = nextId.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        socket.sendText(
                        JsonMapper.shared()
                                .writeValueAsString(Map.of("id", id, "method", method, "params", parameters)),
                        true)
                .join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join().path("result");
    }

    /** What a script in the page answers; nothing while the page is on its way to another one. */
    JsonNode ask(String script) {
        return send("Runtime.evaluate", Map.of("expression", script, "returnByValue", true))
                .path("result")
                .path("value");
    }

    void open(String url) {
        send("Page.navigate", Map.of("url", url));
        at(URI.create(url).getPath());
    }

    /** Waits until a page of this path is there. */
    void at(String path) {
        Awaitility.await("at " + path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(25))
                .until(() -> ask("document.readyState === 'complete' && location.pathname === '" + path + "'")
                        .asBoolean(false));
    }

    /** Waits until a page says something. */
    void says(String text) {
        Awaitility.await("says " + text)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(25))
                .until(() -> ask("document.readyState === 'complete' && document.body.innerText.includes('" + text
                                + "')")
                        .asBoolean(false));
    }

    /** Into the field that has the focus; a page gives it to its first one only when it has drawn itself. */
    void type(String text) {
        Awaitility.await("a field to type " + text.length() + " signs into")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(25))
                .until(() ->
                        ask("document.readyState === 'complete' && document.activeElement.matches('input, textarea')")
                                .asBoolean(false));
        text.chars().forEach(sign -> {
            var key = String.valueOf((char) sign);
            send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "text", key));
            send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
        });
    }

    void tab() {
        key("Tab", 9, "");
    }

    void enter() {
        key("Enter", 13, "\r");
    }

    void space() {
        key(" ", 32, " ");
    }

    /** So that what is typed next replaces it. */
    void selectAll() {
        ask("document.activeElement.select()");
    }

    private void key(String name, int code, String text) {
        var down = Map.of("type", "keyDown", "key", name, "code", name, "windowsVirtualKeyCode", code, "text", text);
        send("Input.dispatchKeyEvent", down);
        send(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyUp", "key", name, "code", name, "windowsVirtualKeyCode", code));
    }

    void forgetCookies() {
        send("Network.clearBrowserCookies", Map.of());
    }

    void width(int width, int height, boolean phone) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    }

    void dark(boolean dark) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void picture(Path file) {
        try {
            Files.createDirectories(file.getParent());
            var data = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                    .path("data")
                    .asString();
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(profile.toFile());
    }
}
