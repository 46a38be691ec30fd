package io.controlcenter.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server on a port of its own that remembers what it was asked. */
public class FakeServer {

    /** A request as it arrived; header names in lower case. */
    public record Seen(String method, String uri, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return String.join("|", headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()));
        }
    }

    public record Answer(int status, Map<String, String> headers, String body) {

        public static Answer ok(String body) {
            return new Answer(200, Map.of("Content-Type", "application/json"), body);
        }

        public static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }

        public Answer with(String name, String value) {
            var more = new java.util.HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body);
        }
    }

    /** What the server does with a request; an exception breaks the connection off. */
    public interface Behaviour {
        Answer answer(Seen request) throws Exception;
    }

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    public FakeServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 512);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void does(Behaviour next) {
        behaviour = next;
    }

    public List<Seen> seen() {
        return seen;
    }

    /** Those of one caller, who is told apart by the path. */
    public List<Seen> seen(String path) {
        return seen.stream().filter(request -> request.uri().startsWith(path)).toList();
    }

    /** An exception out of here makes the server drop the connection. */
    private void handle(HttpExchange exchange) throws IOException {
        var request = read(exchange);
        seen.add(request);
        var answer = decide(request);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.headers().containsKey("X-Test-Cut")) {
            cutOff(exchange, body);
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private Answer decide(Seen request) throws IOException {
        try {
            return behaviour.answer(request);
        } catch (Exception e) {
            throw new IOException("broken off", e);
        }
    }

    /** Sends a part in chunks, then drops the connection before the last one. */
    private static void cutOff(HttpExchange exchange, byte[] part) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(part);
        exchange.getResponseBody().flush();
        throw new IOException("cut off");
    }

    private static Seen read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                        header -> List.copyOf(header.getValue())));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    }
}
